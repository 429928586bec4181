import { t } from '../../texts.ts';
import styles from './hidden-match-chip.module.css';
import { HighlightedText } from './highlighted-text.tsx';
import type { HiddenMatch } from './search-marks.ts';

/** Beside a row's name: where the search found it, when no shown column shows that. */
export function HiddenMatchChip({ match }: { match: HiddenMatch }) {
  return (
    <span className={styles.chip}>
      <span className={styles.field}>
        {t('search.hidden-match', { field: t(`search.field.${match.field}`) })}
      </span>
      <HighlightedText text={match.text} terms={match.terms} />
    </span>
  );
}

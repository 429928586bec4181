import { t } from '../../texts.ts';
import styles from './hidden-match-chip.module.css';
import { HighlightedText } from './highlighted-text.tsx';
import type { HiddenMatch } from './search-marks.ts';

/** What columns call these fields takes less room. */
const SHORT: Partial<Record<HiddenMatch['field'], 'column.last-accessed' | 'column.domain'>> = {
  'last-accessed-date': 'column.last-accessed',
  'domain-group': 'column.domain',
};

/** Beside a row's name: what the search found and where, when no shown column shows that. */
export function HiddenMatchChip({ match }: { match: HiddenMatch }) {
  const field = t(`search.field.${match.field}`);
  const short = SHORT[match.field];
  return (
    <span className={styles.chip} title={t('search.hidden-match', { field, text: match.text })}>
      <span className={styles.field}>{short === undefined ? field : t(short)}</span>
      <HighlightedText text={match.text} terms={match.terms} />
    </span>
  );
}

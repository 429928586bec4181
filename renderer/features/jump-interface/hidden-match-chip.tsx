import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './hidden-match-chip.module.css';
import { HighlightedText } from './highlighted-text.tsx';
import type { HiddenMatch } from './search-marks.ts';

/** What columns call these fields takes less room. */
const SHORT: Partial<Record<HiddenMatch['field'], 'column.last-accessed' | 'column.domain'>> = {
  'last-accessed-date': 'column.last-accessed',
  'domain-group': 'column.domain',
};

/** The field in which a row was found, and what stands in it. */
export function hiddenMatchText({ field, text }: HiddenMatch): string {
  return t('search.hidden-match', { field: t(`search.field.${field}`), text });
}

/** Beside a row's name: what the search found and where, when no shown column shows that. */
export function HiddenMatchChip({ match }: { match: HiddenMatch }) {
  const name = SHORT[match.field] ?? (`search.field.${match.field}` as const);
  return (
    <span className={styles.chip} title={hiddenMatchText(match)}>
      <Icon name="search" />
      <span className={styles.where}>
        <span className={styles.field}>{t(name)}</span>
        <HighlightedText text={match.text} terms={match.terms} />
      </span>
    </span>
  );
}

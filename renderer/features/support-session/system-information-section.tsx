import { useId, useState } from 'react';
import type { SystemInformation } from '#app/contracts/session-services.ts';
import { t } from '../../texts.ts';
import { columnWidths, numberColumns } from './column-widths.ts';
import styles from './system-information-section.module.css';

/** A long list, such as the processes, shows its beginning until somebody wants all of it. */
const ROWS_AT_FIRST = 12;

type Props = { section: SystemInformation['sections'][number] };

/** One section as a table. Every cell is a computer's own word: shown as text, isolated and clipped. */
export function SystemInformationSection({ section: { title, columns, rows } }: Props) {
  const [wantsAll, setWantsAll] = useState(false);
  const headingId = useId();
  const hasHead = columns.some((column) => column !== '');
  const widths = columnWidths(columns, rows);
  const isNumber = hasHead ? numberColumns(columns, rows) : [];
  const shown = wantsAll ? rows : rows.slice(0, ROWS_AT_FIRST);

  return (
    <>
      <h3 className={styles.heading} id={headingId}>
        {t(`system-information.section.${title}`)}
      </h3>
      <table className={styles.table} aria-labelledby={headingId} data-plain={!hasHead || undefined}>
        <colgroup>
          {keyed(columns).map(({ key }, place) => (
            <col key={key} style={hasHead ? { width: `${widths[place]}%` } : undefined} />
          ))}
        </colgroup>
        {hasHead && (
          <thead>
            <tr>
              {keyed(columns).map(({ key, text }, place) => (
                <th key={key} scope="col" title={text} data-number={isNumber[place] || undefined}>
                  <bdi>{text}</bdi>
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {keyed(shown.map((cells) => cells.join('\t'))).map(({ key }, row) => (
            <tr key={key}>
              {keyed(shown[row] ?? []).map((cell, place) => (
                <td key={cell.key} title={cell.text} data-number={isNumber[place] || undefined}>
                  <bdi>{cell.text}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.none}>{t('system-information.none')}</p>}
      {rows.length > ROWS_AT_FIRST && (
        <button type="button" className={styles.more} onClick={() => setWantsAll(!wantsAll)}>
          {wantsAll
            ? t('system-information.show-fewer')
            : t('system-information.show-all', { count: rows.length })}
        </button>
      )}
    </>
  );
}

/** Cells have no identity but their place. */
function keyed(all: readonly string[]): { key: string; text: string }[] {
  return all.map((text, place) => ({ key: String(place), text }));
}

import { useState } from 'react';
import { t } from '../../texts.ts';
import { breakable } from '../../ui/breakable.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { ModeIcon } from './mode-icon.tsx';
import type { StatisticRow, StatisticsGroup } from './statistic-row.ts';
import styles from './statistics-pane.module.css';

/**
 * Statistics under a title, which says how old most of them are; one of another age says so itself. So every
 * statistic tells its age, and the values keep their room.
 */
export function StatisticsSection({ title, rows, isCounts }: StatisticsGroup) {
  const age = commonAge(rows);
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>
        {title}
        {age !== undefined && <span className={styles.age}>{age}</span>}
      </h3>
      <dl className={styles.list} data-counts={isCounts}>
        {rows.map((row) => (
          <Statistic key={row.key} row={row} commonAge={age} />
        ))}
      </dl>
    </section>
  );
}

function Statistic({ row, commonAge: age }: { row: StatisticRow; commonAge: string | undefined }) {
  const { name, value, told, percent, history, mode, note } = row;
  return (
    <div className={styles.statistic}>
      <dt title={name}>{name}</dt>
      <dd>
        <CopyableValue value={value} hint={told?.at} />
        {mode !== undefined && <ModeIcon mode={mode} />}
        {told !== undefined && told.age !== age && <span className={styles.age}>{told.age}</span>}
        {percent !== undefined && <Meter label={name} percent={percent} />}
        {history !== undefined && (
          <span className={styles.history}>
            <Sparkline {...history} />
          </span>
        )}
        {note !== undefined && (
          <bdi className={styles.more} title={note}>
            {note}
          </bdi>
        )}
      </dd>
    </div>
  );
}

/** A value that a click, Enter or Ctrl+C copies; a sign tells that it did, until the next one is gone to. */
function CopyableValue({ value, hint }: { value: string; hint: string | undefined }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    copyText(value);
    setCopied(true);
  };
  return (
    <button
      type="button"
      data-copyable
      tabIndex={-1}
      className={styles.value}
      title={[value, hint, t('statistics.copy-hint')].filter(Boolean).join('\n')}
      onClick={copy}
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') copy();
      }}
      onBlur={() => setCopied(false)}
      onMouseLeave={() => setCopied(false)}
    >
      <bdi>{breakable(value)}</bdi>
      <span role="status" className={styles.copied}>
        {isCopied && (
          <>
            <Icon name="check" />
            <span className="only-spoken">{t('statistics.copied')}</span>
          </>
        )}
      </span>
    </button>
  );
}

/** The age that most rows have. */
function commonAge(rows: readonly StatisticRow[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { told } of rows) {
    if (told !== undefined) counts.set(told.age, (counts.get(told.age) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most?.[0];
}

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { StatisticsSection } from './statistic.tsx';
import { type StatisticsGroup, statisticsText } from './statistic-row.ts';
import styles from './statistics-pane.module.css';

const VALUES = '[data-copyable]';

type Props = {
  name: string;
  groups: readonly StatisticsGroup[];
  /** Of the item: shown elsewhere, and copied with all. */
  comments?: string;
};

/** The groups of statistics: one stop of the Tab key, the arrow keys go from value to value. */
export function StatisticsSections({ name, groups, comments = '' }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const values = () => [...(root.current?.querySelectorAll<HTMLElement>(VALUES) ?? [])];

  // One value is reached with Tab; which one, only the document knows after a change of the statistics.
  useEffect(() => {
    const all = values();
    if (!all.some((value) => value.tabIndex === 0)) all[0]?.setAttribute('tabindex', '0');
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const all = values();
    const place = all.findIndex((value) => value.contains(event.target as Node));
    const next = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: all.length - 1 }[event.key];
    const target = next === undefined || place < 0 ? undefined : all[next];
    if (target === undefined) return;
    event.preventDefault();
    for (const value of all) value.tabIndex = value === target ? 0 : -1;
    target.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the values within
    <div ref={root} className={styles.sections} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        <StatisticsSection key={group.title} {...group} />
      ))}
      {groups.length > 0 && (
        <div className={styles.copyAll}>
          <Button
            label={t('statistics.copy-all')}
            icon="copy"
            onPress={() => copyText(statisticsText(name, groups, comments))}
          />
        </div>
      )}
    </div>
  );
}

import type { JumpShortcut } from '#app/domain/jump-item.ts';
import { useGroupLabels } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { formatWhen } from '../../time.ts';
import { StatisticsSection } from './statistic.tsx';
import styles from './statistics-pane.module.css';

/** A shortcut reports nothing: what people wrote of it is all there is. */
export function JumpShortcutFields({ item, now }: { item: JumpShortcut; now: number }) {
  const labels = useGroupLabels();
  const accessed =
    item.lastAccessedAt === null ? t('statistics.never') : formatWhen(item.lastAccessedAt, now);
  const rows = [
    ['statistics.hostname', item.hostname],
    ['statistics.port', item.port === null ? '' : String(item.port)],
    ['statistics.group', labels.get(item.jumpGroupId) ?? ''],
    ['statistics.tag', item.tag ?? ''],
    ['statistics.comments', item.comments],
    ['statistics.last-accessed', accessed],
  ] as const;
  return (
    <div className={styles.sections}>
      <StatisticsSection
        title={t('statistics.section.jump-item')}
        rows={rows.map(([key, value]) => ({ key, name: t(key), value }))}
      />
    </div>
  );
}

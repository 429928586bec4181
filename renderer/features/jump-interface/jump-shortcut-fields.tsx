import type { JumpShortcut } from '#app/domain/jump-item.ts';
import { useGroupLabels } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { formatDateTime } from '../../time.ts';
import { Statistic, StatisticsSection } from './statistic.tsx';
import styles from './statistics-pane.module.css';

/** A shortcut reports nothing: what people wrote of it is all there is. */
export function JumpShortcutFields({ item }: { item: JumpShortcut }) {
  const labels = useGroupLabels();
  return (
    <div className={styles.sections}>
      <StatisticsSection title={t('statistics.section.jump-item')}>
        <Statistic name={t('statistics.hostname')} value={item.hostname} />
        <Statistic name={t('statistics.port')} value={item.port === null ? '' : String(item.port)} />
        <Statistic name={t('statistics.group')} value={labels.get(item.jumpGroupId) ?? ''} />
        <Statistic name={t('statistics.tag')} value={item.tag ?? ''} />
        <Statistic name={t('statistics.comments')} value={item.comments} />
        <Statistic
          name={t('statistics.last-accessed')}
          value={item.lastAccessedAt === null ? t('statistics.never') : formatDateTime(item.lastAccessedAt)}
        />
      </StatisticsSection>
    </div>
  );
}

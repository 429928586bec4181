import type { JumpShortcut } from '#app/domain/jump-item.ts';
import type { GroupLabels } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { formatWhen } from '../../time.ts';
import { type StatisticsGroup, tellingGroups } from './statistic-row.ts';

/** A shortcut reports nothing: what people wrote of it is all there is. */
export function shortcutSections(
  item: JumpShortcut,
  labels: GroupLabels,
  now: number,
): readonly StatisticsGroup[] {
  const accessed =
    item.lastAccessedAt === null ? t('statistics.never') : formatWhen(item.lastAccessedAt, now);
  const rows = [
    ['statistics.hostname', item.hostname],
    ['statistics.port', item.port === null ? '' : String(item.port)],
    ['statistics.group', labels.get(item.jumpGroupId) ?? ''],
    ['statistics.tag', item.tag ?? ''],
    ['statistics.last-accessed', accessed],
  ] as const;
  return tellingGroups([
    {
      title: t('statistics.section.jump-item'),
      rows: rows.map(([key, value]) => ({ key, name: t(key), value })),
    },
  ]);
}

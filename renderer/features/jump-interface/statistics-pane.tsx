import { memo, useSyncExternalStore } from 'react';
import { isGone, type JumpItem } from '#app/domain/jump-item.ts';
import { PRESENCE_HISTORY_MS } from '#app/domain/statistics-history.ts';
import {
  useConsole,
  useConsoleState,
  useGroupLabels,
  useSelectedRows,
} from '../../store/console-context.tsx';
import { countUnlisted } from '../../store/selected-rows.ts';
import { t } from '../../texts.ts';
import { formatDuration, formatWhen } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SpanBar } from '../../ui/span-bar.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CommentsSection } from './comments-section.tsx';
import { jumpClientSections } from './jump-client-sections.ts';
import { shortcutSections } from './jump-shortcut-sections.ts';
import { presenceHistory } from './presence-history.ts';
import { SelectionTotals } from './selection-totals.tsx';
import { StatisticsHead } from './statistics-head.tsx';
import styles from './statistics-pane.module.css';
import { StatisticsSections } from './statistics-sections.tsx';

/** The right pane: the statistics of the selected item, or the totals of several; a Jump button on top (R1.6). */
export function StatisticsPane({ isVisible }: { isVisible: boolean }) {
  const { rows } = useConsole();
  const selected = useSelectedRows();
  const selectedIds = useConsoleState((state) => state.selectedIds);
  const activeId = useConsoleState((state) => state.activeId);
  const active = useSyncExternalStore(rows.subscribe, () =>
    activeId === null ? undefined : rows.get(activeId),
  );
  const [only] = selected;
  const unlisted = only === undefined ? countUnlisted(rows, selectedIds, selected) : 0;
  if (selected.length > 1 || unlisted > 1) {
    return (
      <div className={styles.pane}>
        {only === undefined ? (
          <NothingListed count={unlisted} />
        ) : (
          <SelectionTotals selected={selected} selectedIds={selectedIds} />
        )}
      </div>
    );
  }
  const item = only?.item ?? active;
  return (
    <div className={styles.pane}>
      {item === undefined ? (
        <EmptyState
          icon="information"
          title={t('statistics.nothing.title')}
          text={t('statistics.nothing.text')}
        />
      ) : (
        <SelectedStatistics item={item} isListed={unlisted === 0} isVisible={isVisible} />
      )}
    </div>
  );
}

/** Several are selected, and what was chosen or searched since leaves them all out. */
function NothingListed({ count }: { count: number }) {
  const { store } = useConsole();
  const listAll = () => {
    store.getState().selectScopes([]);
    store.getState().search('');
  };
  return (
    <EmptyState
      icon="search"
      title={t('statistics.unlisted.title', { count })}
      text={t('statistics.unlisted.text')}
    >
      <Button label={t('statistics.unlisted.list')} look="outlined" onPress={listAll} />
    </EmptyState>
  );
}

type SelectedProps = { item: JumpItem; isListed: boolean; isVisible: boolean };

const SelectedStatistics = memo(function SelectedStatistics({ item, isListed, isVisible }: SelectedProps) {
  const report = useConsoleState((state) => state.statistics.get(item.id));
  const history = useConsoleState((state) => state.statisticsHistories.get(item.id));
  const applianceAheadMs = useConsoleState((state) => state.applianceAheadMs);
  const labels = useGroupLabels();
  // Ages are told on the appliance's clock, on which everything was reported.
  const now = useNow(isVisible) + applianceAheadMs;
  return (
    <>
      <StatisticsHead item={item} lastHeardAt={report?.lastHeardAt} isListed={isListed} now={now} />
      <CommentsSection comments={item.comments} />
      {item.method === 'jump-client' && history !== undefined && (
        <PresenceSection spans={history.presence} now={now} />
      )}
      {item.method === 'jump-client' && isGone(item) && (
        <p className={styles.note}>
          {t('statistics.last-values', {
            status: t(`status.${item.presence}`).toLowerCase(),
            time: formatWhen(report?.lastHeardAt ?? item.presenceSince, now),
          })}
        </p>
      )}
      {item.method === 'jump-client' && report === undefined && (
        <p className={styles.note}>{t('statistics.waiting')}</p>
      )}
      <StatisticsSections
        name={item.name}
        comments={item.comments}
        groups={
          item.method === 'jump-client'
            ? jumpClientSections({ item, report, history, now })
            : shortcutSections(item, labels, now)
        }
      />
    </>
  );
});

/** The unit in which a span of presence is told. */
const MINUTE_MS = 60_000;

type PresenceProps = { spans: Parameters<typeof presenceHistory>[0]; now: number };

function PresenceSection({ spans, now }: PresenceProps) {
  const title = t('history.presence-title');
  const { spans: drawn, onlinePercent, knownMs, losses } = presenceHistory(spans, now);
  if (onlinePercent === null) return null;
  const percent = Math.round(onlinePercent);
  const isWhole = PRESENCE_HISTORY_MS - knownMs < MINUTE_MS;
  const known = isWhole ? 'whole' : formatDuration(Math.max(knownMs, MINUTE_MS));
  const label = t('history.presence', { percent, losses, known });
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>
        {title}
        <span className={styles.age}>{t('history.presence-short', { percent, known })}</span>
      </h3>
      <div className={styles.presence}>
        <SpanBar label={label} spans={drawn} />
      </div>
    </section>
  );
}

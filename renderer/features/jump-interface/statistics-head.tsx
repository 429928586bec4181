import type { JumpItem } from '#app/domain/jump-item.ts';
import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import { refusalText } from '../../refusal-text.ts';
import { t } from '../../texts.ts';
import { formatAge, formatWhen } from '../../time.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { JumpButton } from './jump-button.tsx';
import styles from './statistics-pane.module.css';
import { statusText } from './status-text.ts';

type Props = {
  item: JumpItem;
  /** Undefined while the appliance has not answered yet. */
  lastHeardAt: number | null | undefined;
  now: number;
};

/** Which item it is, in what state and since when, and the way to it. */
export function StatisticsHead({ item, lastHeardAt, now }: Props) {
  const isUninstalled = item.method === 'jump-client' && item.presence === 'uninstalled';
  return (
    <header className={styles.head}>
      <h2 className={styles.name} title={item.name}>
        <bdi>{item.name}</bdi>
      </h2>
      <p className={styles.status}>
        <StatusIcon status={jumpItemStatus(item)} />
        <bdi>{statusLine(item, lastHeardAt, now)}</bdi>
      </p>
      <JumpButton />
      {isUninstalled && (
        <p className={styles.hopeless}>
          {refusalText({ code: 'client-uninstalled' })} {t('statistics.cannot-jump')}
        </p>
      )}
    </header>
  );
}

function statusLine(item: JumpItem, lastHeardAt: Props['lastHeardAt'], now: number): string {
  if (item.method !== 'jump-client') return t(`jump-method.${item.method}`);
  const since = t('statistics.status-since', {
    status: statusText(item),
    time: formatWhen(item.presenceSince, now),
  });
  if (lastHeardAt === undefined) return since;
  const heard =
    lastHeardAt === null
      ? t('statistics.never-heard')
      : t('statistics.heard', { age: formatAge(now - lastHeardAt) });
  return `${since} · ${heard}`;
}

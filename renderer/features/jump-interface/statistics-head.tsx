import type { JumpItem } from '#app/domain/jump-item.ts';
import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import { showInList } from '../../actions/show-in-list.ts';
import { isLive } from '../../store/connection-slice.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { ActionButton } from './action-button.tsx';
import { JumpButton } from './jump-button.tsx';
import { JumpOutlook } from './jump-outlook.tsx';
import styles from './statistics-pane.module.css';
import { statusEvidence, statusSince } from './status-evidence.ts';

type Props = {
  item: JumpItem;
  /** Undefined while the appliance has not answered yet. */
  lastHeardAt: number | null | undefined;
  /** False: what is chosen or searched leaves it out, and actions leave it alone. */
  isListed: boolean;
  now: number;
};

/** Which item it is, in what state, since when and on what evidence, and the way to it. */
export function StatisticsHead({ item, lastHeardAt, isListed, now }: Props) {
  const shown = useConsole();
  const live = useConsoleState((state) => isLive(state.connection));
  const evidence = statusEvidence(item, lastHeardAt, now);
  return (
    <header className={styles.head}>
      <h2 className={styles.name} title={item.name}>
        <bdi>{item.name}</bdi>
      </h2>
      <p className={styles.status}>
        <StatusIcon status={jumpItemStatus(item)} />
        <bdi>{evidence === '' ? statusSince(item, now) : `${statusSince(item, now)}, ${evidence}`}</bdi>
      </p>
      {!live && <p className={styles.outdated}>{t('statistics.outdated')}</p>}
      <div className={styles.acts}>
        <JumpButton />
        <ActionButton id="properties" withIcon={false} />
        {item.method === 'jump-client' && <ActionButton id="sessions" iconOnly />}
      </div>
      {isListed ? (
        <JumpOutlook />
      ) : (
        <>
          <p className={styles.outlook}>
            <Icon name="information" />
            {t('statistics.unlisted.one')}
          </p>
          <Button
            className={styles.wait}
            label={t('statistics.unlisted.show')}
            look="outlined"
            onPress={() => showInList(shown, item.id)}
          />
        </>
      )}
    </header>
  );
}

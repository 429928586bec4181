import { useAction } from '../../actions/use-action.ts';
import { useConsoleState, useSelectedRows } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './statistics-pane.module.css';

/** What would come of a jump now, where it would fail; and the way to wait for what is offline. */
export function JumpOutlook() {
  const jump = useAction('jump');
  const wait = useAction('jump-when-online');
  const stop = useAction('stop-waiting');
  const selected = useSelectedRows();
  const awaitedIds = useConsoleState((state) => state.awaitedIds);
  const awaited = awaitedIds.size === 0 ? 0 : selected.filter(({ id }) => awaitedIds.has(id)).length;
  const isOne = selected.length <= 1;
  return (
    <>
      {jump.reason !== undefined && (
        <p className={styles.outlook} data-hopeless={!jump.isAvailable || undefined}>
          <Icon name="warning" />
          {isOne && jump.isAvailable ? t('jump.foreseen', { reason: jump.reason }) : jump.reason}
        </p>
      )}
      {wait.isApplicable && (
        <Button
          className={styles.wait}
          label={wait.label}
          icon={wait.icon}
          look="outlined"
          isDisabled={!wait.isAvailable}
          hint={wait.reason ?? `${wait.label} (${wait.shortcut})`}
          onPress={wait.run}
        />
      )}
      {awaited > 0 && (
        <p className={styles.awaited} role="status">
          <Icon name="clock" />
          <span>{isOne ? t('awaited.pane') : t('awaited.pane-several', { count: awaited })}</span>
          <Button label={t('awaited.cancel')} onPress={stop.run} />
        </p>
      )}
    </>
  );
}

import type { JumpItemId } from '#app/domain/ids.ts';
import { useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './awaited-sign.module.css';

/** A small clock on the row of an item that is jumped to when it comes online. */
export function AwaitedSign({ id }: { id: JumpItemId }) {
  const isAwaited = useConsoleState((state) => state.awaitedIds.has(id));
  if (!isAwaited) return null;
  return (
    <span className={styles.sign} role="img" aria-label={t('awaited.row')} title={t('awaited.row')}>
      <Icon name="clock" />
    </span>
  );
}

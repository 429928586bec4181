import { useSyncExternalStore } from 'react';
import type { RepresentativeId } from '#app/domain/ids.ts';
import { participantIds, type SupportSession } from '#app/domain/support-session.ts';
import type { Availability } from '../../actions/action.ts';
import { pinAvailability, pinnedAs } from '../../actions/pin-availability.ts';
import { pinAtOnce } from '../../actions/pin-jump-client.ts';
import { refusalText } from '../../refusal-text.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './pin-as-jump-client.module.css';

/**
 * *Pin as Jump Client* at the top right of a support session (R2.1): the button pins at once, its dropdown customizes
 * before. It says how far a pin is, whoever of those who take part has asked for it, and that the computer is pinned.
 */
export function PinAsJumpClient({ session }: { session: SupportSession }) {
  const console = useConsole();
  const item = useSyncExternalStore(console.rows.subscribe, () => pinnedAs(console, session));
  const availability = useAvailability(session, item !== null);
  const progress = useProgress(session);
  const failed = useFailedText(session);
  if (session.customer === null) return null;

  const isPinned = item !== null && progress === null;
  const label = progress?.text ?? t(isPinned ? 'pin.pinned' : 'action.pin');
  const said = progress?.said ?? pinnedText(item);
  const reason = typeof availability === 'object' ? refusalText(availability) : undefined;
  const isDisabled = availability !== 'available';
  return (
    <div
      className={styles.split}
      data-pinned={isPinned || undefined}
      data-busy={progress !== null || undefined}
    >
      <Button
        className={styles.pin}
        label={label}
        icon={isPinned ? 'check' : 'pin'}
        look="outlined"
        isDisabled={isDisabled}
        hint={said ?? reason ?? failed?.text}
        onPress={() => void pinAtOnce(console, session)}
      >
        {progress !== null && progress.percent !== null && (
          <>
            {' '}
            <span className={styles.percent}>{t('pin.percent', { percent: progress.percent })}</span>
            <span className={styles.progress} style={{ inlineSize: `${progress.percent}%` }} />
          </>
        )}
      </Button>
      <Button
        className={styles.customize}
        label={t('pin.customize')}
        icon="chevron-down"
        iconOnly
        look="outlined"
        isDisabled={isDisabled}
        hint={reason ?? t('pin.customize')}
        onPress={() => console.store.getState().toggleDialog('pin')}
      />
      <span className={styles.spoken} role="status">
        {said ?? failed?.said}
      </span>
    </div>
  );
}

function pinnedText(item: ReturnType<typeof pinnedAs>): string | undefined {
  if (item === null) return undefined;
  return item === 'unseen' ? t('pin.pinned') : t('pin.pinned-as', { name: `\u2068${item.name}\u2069` });
}

/** Why the last pin came to nothing, whoever of those who take part asked for it. `said`: to who has had no message of it. */
function useFailedText(session: SupportSession): { text: string; said?: string } | undefined {
  const viewerId = useConsoleState((state) => state.representative?.id);
  const { failedPin } = session;
  if (failedPin === null) return undefined;
  const reason = refusalText(failedPin);
  if (failedPin.representativeId === viewerId) return { text: t('pin.failed', { reason }) };
  const text = t('pin.failed-by', { name: nameOf(session, failedPin.representativeId), reason });
  return { text, said: text };
}

/** Kept apart from the words around it. */
function nameOf(session: SupportSession, id: RepresentativeId): string {
  return `\u2068${session.representativeNames[participantIds(session).indexOf(id)] ?? ''}\u2069`;
}

function useAvailability(session: SupportSession, isPinned: boolean): Availability {
  const connection = useConsoleState((state) => state.connection);
  const representative = useConsoleState((state) => state.representative);
  const jumpGroups = useConsoleState((state) => state.jumpGroups);
  const pinningIds = useConsoleState((state) => state.pinningIds);
  return pinAvailability({ connection, representative, jumpGroups, pinningIds }, session, isPinned);
}

type Progress = { readonly text: string; readonly said: string; readonly percent: number | null };

/** How far a pin is that is under way; null where none is. `said`: for who does not see it, so without each percent. */
function useProgress(session: SupportSession): Progress | null {
  const viewerId = useConsoleState((state) => state.representative?.id);
  const isMine = useConsoleState((state) => state.pinningIds.has(session.id));
  const { pin } = session;
  if (pin === null) {
    const text = t('pin.sending');
    return isMine ? { text, said: text, percent: null } : null;
  }
  const { state, percent, representativeId } = pin;
  const own = t(`pin.${state}`);
  if (representativeId === viewerId) return { text: own, said: own, percent };
  const by = { name: nameOf(session, representativeId) };
  return { text: t(`pin.${state}-by`, by), said: `${t('pin.asked-by', by)} ${own}`, percent };
}

import type { ConsoleParams } from '#app/contracts/console-api.ts';
import type { JumpItemId } from '#app/domain/ids.ts';

type ItemNotification = ConsoleParams<'notify'>;

type Deps = {
  /** Shows it, and tells when it is clicked. */
  show: (notification: { title: string; body: string }, onClick: () => void) => void;
  isWindowInFront: () => boolean;
  bringToFront: () => void;
  onChosen: (jumpItemId: JumpItemId) => void;
};

/** The system's own notifications, for a representative who looks elsewhere; who looks here sees it in the window. */
export function createItemNotifications({ show, isWindowInFront, bringToFront, onChosen }: Deps) {
  return ({ title, body, jumpItemId }: ItemNotification): Record<string, never> => {
    if (isWindowInFront()) return {};
    show({ title, body }, () => {
      bringToFront();
      onChosen(jumpItemId);
    });
    return {};
  };
}

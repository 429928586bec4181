import type { ScreenInput } from '#app/contracts/session-services.ts';
import type { ScreenView } from '../session/screen-sharing/screen-sharing.ts';
import type { RequestView } from './pinning.ts';

const MEANING = {
  user: 'A program is put into a folder of your account: representatives can then connect to this computer while you are logged in.',
  service:
    'A program is installed for this computer, with an account of its own: representatives can then connect to it, whoever is logged in.',
  device:
    'The Jump Client app connects this device: representatives can then connect to it when you are not in a session.',
} as const;
const REASONS = {
  full: 'the disk of this computer is full',
  unwritable: 'the folder for it cannot be written to',
  unstarted: 'the program did not start',
  'already-pinned': 'one is installed already',
  other: 'it could not be finished',
} as const;

/** What a pin says to the person at the terminal; null: nothing that is new to them. */
export function requestSentence(view: RequestView, before: RequestView, now: number): string | null {
  if (view?.state === before?.state) return null;
  switch (view?.state) {
    case undefined:
      return before?.state === 'asking' ? 'The question whether to install a Jump Client is over.' : null;
    case 'asking': {
      const seconds = Math.max(0, Math.round((view.until - now) / 1_000));
      return (
        `${view.representative} asks to install a Jump Client. ${MEANING[view.place]} ` +
        `Type “allow” or “refuse” within ${seconds} seconds.`
      );
    }
    case 'installing':
      return 'Installing the Jump Client…';
    case 'pinned':
      return view.uninstall === null
        ? 'The device is pinned. Unpin it in its Jump Client app.'
        : `A Jump Client was installed. To take it away, type in a terminal: ${view.uninstall}`;
    case 'failed':
      return `The Jump Client was not installed: ${REASONS[view.reason]}. Nothing of it is left on this computer.`;
  }
}

/** What Screen Sharing says to the person at the terminal; null: nothing that is new to them. */
export function screenSentence(view: ScreenView, before: ScreenView): string | null {
  const names = (input: ScreenInput) =>
    view.shares.filter((share) => share.input === input).map((share) => share.representativeName);
  if (!view.isAllowed) return before.isAllowed ? 'Screen Sharing is stopped. Nobody sees your screen.' : null;
  if (view.shares.length === 0) {
    return before.shares.length > 0 ? 'Nobody sees your screen any more.' : null;
  }
  const using = names('control');
  const seeing = names('view-only');
  const sentences = [
    ...(using.length > 0 ? [`Using your screen, mouse and keyboard: ${using.join(', ')}.`] : []),
    ...(seeing.length > 0 ? [`Seeing your screen: ${seeing.join(', ')}.`] : []),
    'Type “stop sharing” to stop it.',
  ];
  return sentences.join(' ');
}

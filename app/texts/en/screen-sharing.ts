/** Screen Sharing in a support session. ICU messages. */
export const screenSharingTexts = {
  'screen.title': 'Screen Sharing',
  'screen.screen': 'Screen of {name}. Ctrl+F6 leaves it.',
  'screen.asking': 'Asking the computer for its screen…',
  'screen.asking.late':
    'The computer is connected, but the program that shares its screen has sent no picture yet. It may be busy, or waiting for the desktop there.',
  'screen.share': 'Share the screen',
  'screen.stop': 'Stop sharing',
  'screen.try-again': 'Try again',
  'screen.copy-line': 'Copy this line',
  'screen.stands-still': '{reason}. The picture stands still.',
  'screen.closed': 'The screen is not shared',
  'screen.closed.text': 'You see it once you share it, and use it once you choose Control.',

  'screen.over.no-display': 'There is no screen to share',
  'screen.over.no-display.text':
    'No X display was found on the computer: nobody is logged in at a desktop there, or it has none. A program that was started without one (DISPLAY) finds that of the same person only.',
  'screen.over.wayland': 'This desktop cannot be shared',
  'screen.over.wayland.text':
    'It runs on Wayland, which lets no program share an X display. Log in there with Xorg to share it.',
  'screen.over.no-program': 'A program is missing on the computer',
  'screen.over.no-program.text':
    'To share its screen it needs one of these, and has none: {detail}. On Debian or Ubuntu this installs the first:',
  'screen.over.not-let-in': 'The display lets nobody in',
  'screen.over.not-let-in.text':
    'The X display {detail} has ended, or refused the program that shares it: its key (XAUTHORITY) is missing or another one.',
  'screen.over.not-started': 'The screen could not be shared',
  'screen.over.not-started.text': 'The program for it failed on the computer: {detail}',
  'screen.over.not-started.silent': 'The program for it did not start on the computer.',
  'screen.over.gone': 'The screen is gone',
  'screen.over.gone.text': 'The display on the computer, or the program that shared it, has ended.',
  'screen.over.stopped': 'Sharing was stopped at the computer',
  'screen.over.stopped.text': 'The person there does not want the screen to be seen now.',
  'screen.over.failed': 'The screen could not be shared',
  'screen.over.closed': 'The screen is not shared any more',
  'screen.over.closed.text': 'The computer has ended it.',
  'screen.over.lost': 'The screen was lost',
  'screen.over.lost.text': 'It comes back by itself when the computer does.',
  'screen.over.unreadable': 'This screen cannot be shown',
  'screen.over.unreadable.text': 'The computer sent what this console cannot read.',
  'screen.over.stalled': 'The computer does not respond',
  'screen.over.stalled.text': 'It takes no more input. Sharing was given up.',
} as const;

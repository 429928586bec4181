// Joins the window with the parts of the console behind it: beside `index.ts` and `compose-parts.ts` no file wires them.
import {
  app,
  type BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  powerMonitor,
} from 'electron';
import { systemClock } from './clock.ts';
import type { CommandLine } from './command-line.ts';
import { createParts } from './compose-parts.ts';
import { applicationMenuTemplate } from './desktop/application-menu.ts';
import { createItemNotifications } from './desktop/item-notifications.ts';
import { textMenuTemplate } from './desktop/text-menu.ts';
import type { Foundations } from './foundations.ts';
import { openConsoleDoor } from './ipc/console-door.ts';
import { createConsoleHandlers } from './ipc/console-handlers.ts';
import { createRendererChannel } from './ipc/renderer-channel.ts';
import { createTrustedSender } from './ipc/trusted-sender.ts';
import { createJumpItemFiles } from './jump-item-files/jump-item-files.ts';
import { APP_ORIGIN } from './security/app-scheme.ts';
import { createClosingQuestion } from './windows/closing-question.ts';
import { recoverWindow } from './windows/window-recovery.ts';

const clock = systemClock;

type Options = {
  readonly commandLine: CommandLine;
  readonly foundations: Foundations;
  readonly window: BrowserWindow;
};

/** Gives the window's page everything that it asks for, and connects to the appliance. */
export function composeConsole({ commandLine, foundations, window }: Options): void {
  const page = () => (window.isDestroyed() ? null : window.webContents);
  const channel = createRendererChannel(page);
  const parts = createParts(commandLine, foundations, channel);
  const closing = createClosingQuestion({
    hasSessions: parts.sessions.hasOpen,
    ask: () => channel.send('closingAsked', {}),
    close: () => window.close(),
  });
  const files = createJumpItemFiles({
    askWhereTo: (options) => dialog.showSaveDialog(window, options),
    askWhich: (options) => dialog.showOpenDialog(window, options),
    copyText: (text) => clipboard.writeText(text),
    now: clock.now,
    texts: foundations.texts,
  });
  const showMenu = createMenu(foundations, {
    onAction: (actionId) => channel.send('actionChosen', { actionId }),
    onQuit: () => window.close(),
  });
  openConsoleDoor({
    ipcMain,
    isTrustedSender: createTrustedSender({ mainFrame: () => page()?.mainFrame ?? null, origin: APP_ORIGIN }),
    handlers: createConsoleHandlers({
      ...parts,
      channel,
      files,
      notify: createItemNotifications({
        show: showNotification,
        isWindowInFront: () => !window.isDestroyed() && window.isFocused(),
        bringToFront: () => bringToFront(window),
        onChosen: (jumpItemId) => channel.send('notificationChosen', { jumpItemId }),
      }),
      answerClosing: closing.answer,
      nameUndo: showMenu,
      setFullScreen: (isFullScreen) => window.setFullScreen(isFullScreen),
      applyTheme: (theme) => {
        nativeTheme.themeSource = theme;
      },
    }),
    reportBug: foundations.reportBug,
    log: foundations.log,
  });
  watchPage(window, foundations, {
    onGone() {
      closing.forget();
      channel.detach();
      parts.appliance.unwatch();
      parts.sessions.closeAll();
      parts.vncLinks.closeAll();
      files.closeAll();
    },
    onRestarted: () => channel.notice({ notice: 'window-restarted' }),
  });
  showMenu(null);
  window.on('close', closing.closing);
  window.on('enter-full-screen', () => channel.send('fullScreenChanged', { isFullScreen: true }));
  window.on('leave-full-screen', () => channel.send('fullScreenChanged', { isFullScreen: false }));
  app.on('before-quit', closing.allow);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    parts.source.stop();
    files.closeAll();
  });
  app.on('second-instance', () => {
    bringToFront(window);
  });
  powerMonitor.on('resume', () => parts.appliance.reconnectAfterSleep());
  parts.source.start();
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Where the system shows no notifications, the window's own message has to do. */
function showNotification(shown: { title: string; body: string }, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification(shown);
  notification.on('click', onClick);
  notification.show();
}

/** What happens to the page: it is loaded again, it crashes, it hangs. */
function watchPage(
  window: BrowserWindow,
  { log, texts }: Foundations,
  { onGone, onRestarted }: { onGone: () => void; onRestarted: () => void },
): void {
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) onGone();
  });
  window.webContents.on('context-menu', (_event, where) => {
    const menu = textMenuTemplate(texts, where);
    if (menu.length > 0) Menu.buildFromTemplate(menu).popup({ window });
  });
  recoverWindow({
    window,
    texts,
    log,
    now: clock.now,
    ask: async (question) => (await dialog.showMessageBox(question)).response,
    onGone,
    onRestarted,
    quit: () => app.quit(),
  });
}

type MenuChoices = { onAction: (actionId: string) => void; onQuit: () => void };

/** @returns shows what *Undo* would take back; an entry's label cannot be changed, so that the menu is made anew */
function createMenu({ texts }: Foundations, choices: MenuChoices) {
  const options = { texts, platform: process.platform, isDevelopment: !app.isPackaged, ...choices };
  let shown: string | null | undefined;
  return (undoName: string | null): void => {
    if (undoName === shown) return;
    shown = undoName;
    Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenuTemplate({ ...options, undoName })));
  };
}

// Joins the parts of the console behind its window: with `index.ts` the only file of this room that wires them.
import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  Notification,
  nativeTheme,
  powerMonitor,
  safeStorage,
} from 'electron';
import Store from 'electron-store';
import type { PortArrived } from '#app/contracts/console-api.ts';
import type { Texts } from '#app/texts/texts.ts';
import { createAccessKeeper } from './access/access-keeper.ts';
import { createElectronVault } from './access/electron-vault.ts';
import { ApplianceConnection } from './appliance-connection/appliance-connection.ts';
import { createApplianceSource } from './child-processes/appliance-source.ts';
import { forkProgram } from './child-processes/fork-program.ts';
import { systemClock } from './clock.ts';
import type { CommandLine } from './command-line.ts';
import { openCommandJournal } from './commands/command-journal.ts';
import { createCommandSender } from './commands/command-sender.ts';
import { applicationMenuTemplate } from './desktop/application-menu.ts';
import { createItemNotifications } from './desktop/item-notifications.ts';
import { textMenuTemplate } from './desktop/text-menu.ts';
import { thisDisk } from './file-transfers/this-disk.ts';
import { openConsoleDoor } from './ipc/console-door.ts';
import { createConsoleHandlers } from './ipc/console-handlers.ts';
import { createRendererChannel } from './ipc/renderer-channel.ts';
import { createTrustedSender } from './ipc/trusted-sender.ts';
import { createJumpItemFiles } from './jump-item-files/jump-item-files.ts';
import { createOpenRemoteDesktop } from './jump-shortcuts/open-remote-desktop.ts';
import { createVncLinks } from './jump-shortcuts/vnc-links.ts';
import type { Log } from './logging/log.ts';
import { openPreferences } from './preferences/preferences-keeper.ts';
import { APP_ORIGIN } from './security/app-scheme.ts';
import type { PortToRenderer } from './support-sessions/session-port.ts';
import { createSupportSessionLinks } from './support-sessions/support-session-links.ts';
import { createClosingQuestion } from './windows/closing-question.ts';
import { recoverWindow } from './windows/window-recovery.ts';

const clock = systemClock;
const random = Math.random;

/** What there is before the window. */
export type Foundations = {
  /** The folder of the built programs. */
  readonly programs: string;
  /** The profile. */
  readonly folder: string;
  readonly log: Log;
  readonly texts: Texts;
  readonly reportBug: (error: unknown) => void;
};

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

type Channel = ReturnType<typeof createRendererChannel>;

function createParts(commandLine: CommandLine, foundations: Foundations, channel: Channel) {
  const { programs, folder, log, texts, reportBug } = foundations;
  const preferences = openPreferences({
    folder,
    now: clock.now,
    openStore: (options) => new Store(options),
    onSetAside: (path) => channel.notice({ notice: 'preferences-set-aside', path }),
  });
  // electron-store answers renderers on a channel of its own; the contract's door is the only one here.
  ipcMain.removeAllListeners('electron-store-get-data');
  nativeTheme.themeSource = preferences.preferences.theme;

  const appliance = new ApplianceConnection({
    clock,
    random,
    log,
    listener: {
      stateChanged: (state) => channel.send('connectionChanged', state),
      streamSent: (message) => channel.send('streamSent', message),
      statisticsChanged: (event) => channel.send('statisticsChanged', event),
      historyChanged: (history) => channel.send('statisticsHistoryChanged', history),
      noticed: channel.notice,
      opened: () => void commands.resolveUnfinished().catch(reportBug),
    },
  });
  const access = createAccessKeeper({
    path: join(folder, 'access.json'),
    vault: createElectronVault(safeStorage, process.platform),
    now: clock.now,
    log,
    onNotKept: () => channel.notice({ notice: 'secrets-not-kept' }),
  });
  const source = createApplianceSource({
    commandLine,
    appliance,
    access,
    givenToken: takeGivenToken(),
    dataFolder: join(folder, 'this-computer'),
    fork: (name, words) => forkProgram(join(programs, name, 'index.js'), words, `Jump Console: ${name}`),
    clock,
    texts,
    log,
    reportBug,
  });
  const commands = createCommandSender({
    appliance,
    applianceName: source.applianceName,
    journal: openCommandJournal({ path: join(folder, 'unfinished-commands.json'), now: clock.now, log }),
    clock,
    log,
    noticed: channel.notice,
  });
  const sessions = createSupportSessionLinks({
    appliance,
    clock,
    random,
    log,
    disk: thisDisk,
    sendPortToRenderer: (sessionId) => sendPort(channel, { type: 'session-port-arrived', sessionId }),
  });
  const vncLinks = createVncLinks({
    clock,
    log,
    sendPortToRenderer: (vncLinkId) => sendPort(channel, { type: 'vnc-port-arrived', vncLinkId }),
  });
  const openRemoteDesktop = createOpenRemoteDesktop({
    platform: process.platform,
    environment: process.env,
    log,
    onFailed: (failed) => channel.notice({ notice: 'program-failed', ...failed }),
  });
  return { preferences, appliance, access, source, commands, sessions, vncLinks, openRemoteDesktop };
}

/** Makes a channel of two ports and gives one to the page. @returns the other */
function sendPort<Event>(channel: Channel, arrived: PortArrived): PortToRenderer<Event> {
  const { port1, port2 } = new MessageChannelMain();
  channel.sendPort(arrived, port2);
  return port1 as PortToRenderer<Event>;
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

/** The access token from the environment. It is taken out, so that no process started from here inherits it. */
function takeGivenToken(): string | null {
  const token = process.env.JUMP_CONSOLE_TOKEN ?? null;
  delete process.env.JUMP_CONSOLE_TOKEN;
  return token === '' ? null : token;
}

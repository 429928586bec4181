// Joins the parts of the console that know nothing of its window.
import { join } from 'node:path';
import { ipcMain, MessageChannelMain, nativeTheme, safeStorage } from 'electron';
import Store from 'electron-store';
import type { PortArrived } from '#app/contracts/console-api.ts';
import { createAccessKeeper } from './access/access-keeper.ts';
import { createElectronVault } from './access/electron-vault.ts';
import { ApplianceConnection } from './appliance-connection/appliance-connection.ts';
import { createApplianceSource } from './child-processes/appliance-source.ts';
import { forkProgram } from './child-processes/fork-program.ts';
import { systemClock } from './clock.ts';
import type { CommandLine } from './command-line.ts';
import { openCommandJournal } from './commands/command-journal.ts';
import { createCommandSender } from './commands/command-sender.ts';
import { thisDisk } from './file-transfers/this-disk.ts';
import type { Foundations } from './foundations.ts';
import type { createRendererChannel } from './ipc/renderer-channel.ts';
import { createOpenRemoteDesktop } from './jump-shortcuts/open-remote-desktop.ts';
import { createVncLinks } from './jump-shortcuts/vnc-links.ts';
import { createKeptChoices } from './preferences/kept-choices.ts';
import { openPreferences } from './preferences/preferences-keeper.ts';
import type { PortToRenderer } from './support-sessions/session-port.ts';
import { createSupportSessionLinks } from './support-sessions/support-session-links.ts';

const clock = systemClock;
const random = Math.random;

type Channel = ReturnType<typeof createRendererChannel>;

/** What stands behind the window: the way to the appliance, what is sent over it, and what is kept on this computer. */
export function createParts(commandLine: CommandLine, foundations: Foundations, channel: Channel) {
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
      stateChanged(state) {
        channel.send('connectionChanged', state);
        if (state.state !== 'signed-out') return;
        commands.signedOut();
        choices.signedOut();
      },
      streamSent: (messageJson) => channel.sendJson('streamSent', messageJson),
      statisticsChanged: (event) => channel.send('statisticsChanged', event),
      historyChanged: (history) => channel.send('statisticsHistoryChanged', history),
      summaryChanged: (event) => channel.send('sessionSummaryChanged', event),
      choiceChanged: (choice) => choices.received(choice),
      noticed: channel.notice,
      opened() {
        commands.resolveUnfinished().catch(reportBug);
        choices.opened().catch(reportBug);
      },
    },
  });
  const choices = createKeptChoices({
    keeper: preferences,
    request: (name, params) => appliance.request(name, params),
    signedInAs: () => appliance.signedInAs,
    told: (changed) => channel.send('choicesChanged', { choices: changed }),
    replaced: (theirs) => channel.send('preferencesReplaced', theirs),
    clock,
    log,
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
    signedInAs: () => appliance.signedInAs,
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
  return { preferences, choices, appliance, access, source, commands, sessions, vncLinks, openRemoteDesktop };
}

/** Makes a channel of two ports and gives one to the page. @returns the other */
function sendPort<Event>(channel: Channel, arrived: PortArrived): PortToRenderer<Event> {
  const { port1, port2 } = new MessageChannelMain();
  channel.sendPort(arrived, port2);
  return port1 as PortToRenderer<Event>;
}

/** The access token from the environment. It is taken out, so that no process started from here inherits it. */
function takeGivenToken(): string | null {
  const token = process.env.JUMP_CONSOLE_TOKEN ?? null;
  delete process.env.JUMP_CONSOLE_TOKEN;
  return token === '' ? null : token;
}

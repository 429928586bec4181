import type { Preferences } from '#app/contracts/preferences.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { AccessKeeper } from '../access/access-keeper.ts';
import type { ApplianceConnection } from '../appliance-connection/appliance-connection.ts';
import type { ApplianceSource } from '../child-processes/appliance-source.ts';
import type { CommandSender } from '../commands/command-sender.ts';
import { createCreateSessionKey } from '../commands/create-session-key.ts';
import { createEndSupportSession } from '../commands/end-support-session.ts';
import { createJumpItemCommands } from '../commands/jump-item-commands.ts';
import { createJumpToItem } from '../commands/jump-to-item.ts';
import { createOpenShortcut } from '../commands/open-shortcut.ts';
import { createPinJumpClient } from '../commands/pin-jump-client.ts';
import { createSignIn } from '../commands/sign-in.ts';
import { createSignOut } from '../commands/sign-out.ts';
import type { JumpItemFiles } from '../jump-item-files/jump-item-files.ts';
import type { OpenRemoteDesktop } from '../jump-shortcuts/open-remote-desktop.ts';
import type { VncLinks } from '../jump-shortcuts/vnc-links.ts';
import type { KeptChoices } from '../preferences/kept-choices.ts';
import type { PreferencesKeeper } from '../preferences/preferences-keeper.ts';
import type { SupportSessionLinks } from '../support-sessions/support-session-links.ts';
import type { ConsoleHandlers } from './console-door.ts';
import type { RendererChannel } from './renderer-channel.ts';

type Deps = {
  channel: Pick<RendererChannel, 'attach'>;
  preferences: PreferencesKeeper;
  choices: Pick<KeptChoices, 'keep'>;
  appliance: ApplianceConnection;
  access: AccessKeeper;
  source: Pick<ApplianceSource, 'tryAgain'>;
  commands: Pick<CommandSender, 'send'>;
  sessions: SupportSessionLinks;
  files: Pick<JumpItemFiles, 'handlers'>;
  vncLinks: VncLinks;
  openRemoteDesktop: OpenRemoteDesktop;
  setFullScreen: (isFullScreen: boolean) => void;
  notify: ConsoleHandlers['notify'];
  answerClosing: ConsoleHandlers['answerClosing'];
  /** Shows what *Undo* would take back in the application menu; null: nothing. */
  nameUndo: (name: string | null) => void;
  applyTheme: (theme: Preferences['theme']) => void;
};

/** What answers each request of the page. */
export function createConsoleHandlers(deps: Deps): ConsoleHandlers {
  const { appliance, channel, preferences, sessions, source } = deps;
  // In memory alone: a console that is started anew begins no support session that nobody waited for in it.
  let awaitedJumpIds: readonly JumpItemId[] = [];
  return {
    watch() {
      const notices = channel.attach();
      appliance.watch();
      return { connection: appliance.state, preferences: preferences.preferences, notices, awaitedJumpIds };
    },
    signIn: createSignIn(deps),
    signOut: createSignOut(deps),
    reconnectNow() {
      source.tryAgain();
      return {};
    },
    refreshJumpItems() {
      appliance.refresh();
      return {};
    },
    async watchStatistics({ jumpItemIds }) {
      await appliance.watchStatistics(jumpItemIds);
      return {};
    },
    jumpToItem: createJumpToItem(deps),
    ...createJumpItemCommands(deps),
    nameUndo({ name }) {
      deps.nameUndo(name);
      return {};
    },
    openShortcut: createOpenShortcut(deps),
    openVncPort({ vncLinkId }) {
      deps.vncLinks.open(vncLinkId);
      return {};
    },
    setFullScreen({ isFullScreen }) {
      deps.setFullScreen(isFullScreen);
      return {};
    },
    keepAwaitedJumps({ jumpItemIds }) {
      awaitedJumpIds = jumpItemIds;
      return {};
    },
    createSessionKey: createCreateSessionKey(deps),
    listUndoable: () => appliance.request('jump-items:list-undoable', {}),
    listInvitable: (params) => appliance.request('support-session:list-invitable', params),
    inviteToSession: (params) => deps.commands.send('support-session:invite', params),
    pinJumpClient: createPinJumpClient(deps),
    listSessionSummaries: (params) => appliance.request('session-summaries:list', params),
    readSessionSummary: (params) => appliance.request('session-summary:read', params),
    reportOnSession: (params) => appliance.request('session-summary:report', params),
    endSupportSession: createEndSupportSession(deps),
    openSessionPort({ sessionId }) {
      sessions.open(sessionId);
      return {};
    },
    ...deps.files.handlers,
    notify: deps.notify,
    answerClosing: deps.answerClosing,
    savePreferences(change) {
      deps.applyTheme(preferences.change(change).theme);
      return {};
    },
    keepChoices({ choices }) {
      deps.choices.keep(choices);
      return {};
    },
  };
}

import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { systemClock } from '../clock.ts';
import { composeSessions } from '../compose-sessions.ts';
import { openCustomerSocket } from '../connection/open-socket.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { newSecret } from '../new-secret.ts';
import type { ScreenView } from '../session/screen-sharing/screen-sharing.ts';
import type { SupportClientCommand } from './command-line.ts';
import { type CustomerChat, createCustomerChat } from './customer-chat.ts';
import type { JoiningComputer } from './joining-computer.ts';
import { type LocalPage, openLocalPage } from './local-page.ts';
import { createPinning, type RequestView } from './pinning.ts';
import {
  type SessionView,
  type SupportClient,
  type SupportClientEnd,
  startSupportClient,
} from './support-client.ts';
import type { Terminal } from './terminal.ts';
import { requestSentence, screenSentence } from './terminal-texts.ts';

export type Surroundings = {
  /** Tells programs that wait for it, once the session has begun. */
  announce: (joined: { sessionId: string; page: string | null }) => void;
  terminal: Terminal;
  untilStopped: AbortSignal;
  log: Logger;
};

/** Joins the session, and stays in it until somebody ends it. @returns with what the process ends */
export async function runSupportClient(
  { appliance, sessionKey, name, withPage }: Omit<SupportClientCommand, 'mode'>,
  computer: JoiningComputer,
  { announce, terminal, untilStopped, log }: Surroundings,
): Promise<ExitCode> {
  const { say } = terminal;
  let showScreen = (_view: ScreenView) => {};
  const { createSessions, commandShells, screenSharing, chats } = await composeSessions({
    appliance,
    mode: computer.pin.order.mode,
    pinnedMode: computer.pinnedMode,
    onScreen: (view) => showScreen(view),
    replaced: computer.services,
    log,
  });
  computer.tidy();
  const described = await computer.describe(name);
  let endByCustomer = () => {};
  let answerPin: SupportClient['pinning'] | null = null;
  let chat: CustomerChat | null = null;
  const page = withPage
    ? await openLocalPage({
        token: newSecret(),
        onEnd: () => endByCustomer(),
        onAnswer: (answer) => answerPin?.answer(answer) ?? false,
        onScreen: screenSharing.setAllowed,
        chat: () => chat,
      })
    : null;
  let shown: SessionView | null = null;
  let request: RequestView = null;
  const showRequest = (view: RequestView) => {
    const sentence = requestSentence(view, request, systemClock.now());
    if (sentence !== null) say(sentence);
    request = view;
    page?.show({ request: view });
  };
  let screen: ScreenView = { shares: [], isAllowed: true };
  showScreen = (view) => {
    const sentence = screenSentence(view, screen);
    if (sentence !== null) say(sentence);
    screen = view;
    page?.show({ screen: view });
  };
  const client = startSupportClient({
    openSocket: (handshake) => openCustomerSocket(appliance, handshake),
    sessionKey,
    secret: newSecret(),
    computer: described,
    sessions: createSessions(() => false),
    createPinning: (tell) =>
      createPinning({
        tell,
        ...computer.pin,
        show: showRequest,
        clock: systemClock,
        log,
      }),
    onJoined(sessionId) {
      chat = createCustomerChat({
        enter: (tell) => chats.enter(sessionId, described.name || described.hostname, tell),
        show: (part) => page?.show({ chat: part }),
        print: say,
        newId: randomUUID,
        now: systemClock.now,
      });
      announce({ sessionId, page: page?.url ?? null });
    },
    onView(view) {
      if (shown === null) say(howToEnd(page));
      for (const sentence of newsIn(view, shown)) say(sentence);
      shown = view;
      page?.show({ session: { state: 'in-session', ...view } });
    },
    clock: systemClock,
    random: Math.random,
    log,
  });
  say(`Joining the support session at ${appliance}…`);
  endByCustomer = () => void client.end();
  answerPin = client.pinning;
  computer.onApps(client.reportApps);
  terminal.onLine((line) => {
    const word = line.trim().toLowerCase();
    if (word === 'end') return endByCustomer();
    if (word === 'stop sharing') return screenSharing.setAllowed(false);
    if ((word === 'allow' || word === 'refuse') && client.pinning.answerLatest(word === 'allow')) return;
    if (word !== '' && !chat?.say(line)) say('That cannot be said. Type “end” to end the session.');
  });
  untilStopped.addEventListener('abort', endByCustomer);
  if (untilStopped.aborted) endByCustomer();
  const end = await client.ended;
  terminal.close();
  commandShells.killAll();
  // What ended together with its installer may have looked as if it still ran when that was noticed.
  computer.tidy();
  const { exitCode, sentence } = explain(end);
  say(sentence);
  await page?.close(sentence);
  return exitCode;
}

function howToEnd(page: LocalPage | null): string {
  const byTyping = 'Type “end” to end the session at any time; anything else you type is said in the chat.';
  return page === null ? byTyping : `Open ${page.url} to see who is connected, and to chat. ${byTyping}`;
}

/** What has changed for the person at the terminal. */
function newsIn(view: SessionView, before: SessionView | null): string[] {
  const isBack = view.isConnected && before?.isConnected === false;
  if (!view.isConnected) return ['The connection is lost. Connecting again…'];
  const names = view.representatives.join(', ');
  if (isBack || names !== before?.representatives.join(', '))
    return [`Connected with this computer: ${names}.`];
  return [];
}

function explain(end: SupportClientEnd): { exitCode: ExitCode; sentence: string } {
  switch (end.end) {
    case 'ended':
      return end.by === 'failure'
        ? { exitCode: EXIT.failed, sentence: 'The session could not be started.' }
        : { exitCode: EXIT.done, sentence: BY[end.by] };
    case 'refused':
      return { exitCode: EXIT.refused, sentence: REFUSED[end.refusal] };
    case 'lost':
      return {
        exitCode: EXIT.lost,
        sentence: end.joined ? LOST.joined : LOST.never,
      };
  }
}

const BY = {
  customer: 'You have ended the session.',
  representative: 'The representative has ended the session.',
} as const;
const LOST = {
  joined: 'The session has ended while the connection was lost.',
  never: 'The appliance could not be reached. Check its address, and the connection of this computer.',
} as const;
const REFUSED = {
  'session-key-refused':
    'This session key is not valid: it is mistyped, was used before, or is older than twenty minutes. Ask for a new one.',
  'appliance-incompatible': 'The appliance and this support client are of different versions.',
} as const;

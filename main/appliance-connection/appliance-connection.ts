import type {
  ApplianceParams,
  ApplianceReply,
  ApplianceRequestName,
  StreamMessage,
} from '#app/contracts/appliance-protocol.ts';
import type { ConnectionState } from '#app/contracts/console-api.ts';
import { KeptChoice } from '#app/contracts/kept-choices.ts';
import { SessionSummaryChanged } from '#app/contracts/session-summaries.ts';
import type { JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import { JumpError, type JumpErrorCode } from '#app/domain/jump-error.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import { type ApplianceEventName, type ApplianceLink, openApplianceLink } from './appliance-link.ts';
import { createAttempts } from './attempts.ts';
import type { ApplianceAccess, ConnectionListener } from './connection-listener.ts';
import { ConnectionLost } from './connection-lost.ts';
import { createEventsReader } from './events-reader.ts';
import { createSilenceWatch, type SilenceWatch } from './silence-watch.ts';
import { createStatisticsWatch } from './statistics-watch.ts';
import { createStreamWatch, type StreamWatch } from './stream-watch.ts';

type Deps = { clock: Clock; random: () => number; log: Log; listener: ConnectionListener };
type OpenLink = { link: ApplianceLink; silence: SilenceWatch; openedAt: number };
type SignIn = { resolve(): void; reject(error: JumpError): void };

/**
 * The console's connection to its appliance: kept up by itself, one socket at a time. What it is doing is told as
 * `ConnectionState`. Keeps no rows: what arrives is parsed once, handed on, and acknowledged.
 */
export class ApplianceConnection {
  readonly #deps: Deps;
  readonly #attempts: ReturnType<typeof createAttempts>;
  readonly #events: ReturnType<typeof createEventsReader>;
  readonly #stream: StreamWatch;
  readonly #statistics: ReturnType<typeof createStatisticsWatch>;
  #state: ConnectionState = { state: 'signed-out', address: '', reason: null };
  #access: ApplianceAccess | null = null;
  #link: ApplianceLink | null = null;
  #open: OpenLink | null = null;
  #signIn: SignIn | null = null;
  #applianceAheadMs = 0;
  #isWatched = false;
  #signedInAs: RepresentativeId | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#attempts = createAttempts(deps);
    this.#events = createEventsReader(deps);
    this.#stream = createStreamWatch({
      ...deps,
      start: (params) => this.request('watch:start', params),
      acknowledge: (acknowledgement) => this.#open?.link.acknowledge(acknowledgement),
      deliver: (message, messageJson) => this.#deliver(message, messageJson),
      onStarted: (aheadMs) => this.#streamStarted(aheadMs),
      onMalformed: this.#events.noticeMalformed,
      onFailed: (error) => this.#streamFailed(error),
    });
    this.#statistics = createStatisticsWatch({
      log: deps.log,
      send: (jumpItemIds) => this.request('statistics:watch', { jumpItemIds: [...jumpItemIds] }),
      deliver: (event) => deps.listener.statisticsChanged(event),
      deliverHistory: (history) => deps.listener.historyChanged(history),
      onMalformed: this.#events.noticeMalformed,
    });
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Where it is connected, or would be; empty when it is nowhere. */
  get address(): string {
    return this.#access?.address ?? ('address' in this.#state ? this.#state.address : '');
  }

  /** Connects and keeps trying until it succeeds, is refused, or `leave` is called. */
  connect(access: ApplianceAccess): void {
    this.#leaveQuietly();
    this.#access = access;
    this.#show({ state: 'connecting', address: access.address });
    this.#openLink();
  }

  /** Connects for a person who waits for the outcome: the first attempt decides. @throws {JumpError} its refusal */
  signIn(access: ApplianceAccess): Promise<void> {
    return new Promise((resolve, reject) => {
      this.connect(access);
      this.#signIn = { resolve, reject };
    });
  }

  /** Ends the connection, and shows why: signed out, or the embedded appliance is starting or has failed. */
  leave(state: Extract<ConnectionState, { state: 'signed-out' | 'starting' | 'failed' }>): void {
    this.#leaveQuietly();
    this.#show(state);
  }

  /** Tries at once instead of waiting; nothing when it is connected or signed out. */
  reconnectNow(): void {
    if (this.#access === null || this.#open !== null) return;
    this.#retry('now', null);
  }

  /** After the computer slept: the socket may look open and be long dead, so a new one is made at once. */
  reconnectAfterSleep(): void {
    if (this.#access === null) return;
    this.#dropLink();
    this.#retry('now', null);
  }

  /** @throws {JumpError} the appliance's refusal, or `ConnectionLost` when no answer came */
  async request<N extends ApplianceRequestName>(
    name: N,
    params: ApplianceParams<N>,
  ): Promise<ApplianceReply<N>> {
    if (this.#open === null) throw new ConnectionLost();
    return this.#open.link.request(name, params);
  }

  /** Who the appliance says is signed in; null before it has, and when nobody is. */
  get signedInAs(): RepresentativeId | null {
    return this.#signedInAs;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** The renderer is there, empty: everything is sent to it from now on. */
  watch(): void {
    this.#isWatched = true;
    this.#statistics.forget();
    if (this.#open !== null) void this.#stream.anew();
  }

  /** The renderer is gone. */
  unwatch(): void {
    this.#isWatched = false;
    this.#stream.pause();
  }

  /** Asks again for everything (R1.11). @throws {ConnectionLost} */
  refresh(): void {
    if (this.#open === null) throw new ConnectionLost();
    void this.#stream.anew();
  }

  /** Remembered across connections. */
  watchStatistics(jumpItemIds: readonly JumpItemId[]): Promise<void> {
    return this.#statistics.set(jumpItemIds, this.#open !== null);
  }

  #openLink(): void {
    const access = this.#access;
    if (access === null) return;
    this.#link = openApplianceLink({
      ...access,
      clock: this.#deps.clock,
      log: this.#deps.log,
      listener: {
        opened: () => this.#opened(access),
        refused: (code) => this.#refused(access, code),
        lost: () => this.#lost(),
        heard: () => this.#open?.silence.heard(),
        received: (name, payload) => this.#received(name, payload),
      },
    });
  }

  #opened(access: ApplianceAccess): void {
    if (this.#link === null) return;
    const { clock, listener, log } = this.#deps;
    const silence = createSilenceWatch({
      clock,
      onSilent: (lastHeardAt) => this.#showConnected(lastHeardAt),
      onHeardAgain: () => this.#showConnected(null),
    });
    this.#open = { link: this.#link, silence, openedAt: clock.now() };
    log.info({ address: access.address }, 'connected');
    this.#signIn?.resolve();
    this.#signIn = null;
    if (this.#isWatched) void this.#stream.resume();
    if (this.#signedInAs !== null) listener.opened();
  }

  #deliver(message: StreamMessage, messageJson: string): void {
    const { listener } = this.#deps;
    listener.streamSent(messageJson);
    const before = this.#signedInAs;
    this.#signedInAs = message.representative?.id ?? before;
    if (before === null && this.#signedInAs !== null) listener.opened();
  }

  #streamStarted(aheadMs: number): void {
    this.#applianceAheadMs = aheadMs;
    this.#attempts.madeUp();
    this.#showConnected(null);
    void this.#statistics.sendAgain();
  }

  #streamFailed(error: unknown): void {
    if (this.#open === null) return; // the loss has been dealt with
    this.#deps.log.warn({ err: error }, 'the stream cannot be begun');
    this.#dropLink();
    this.#retry('later', error instanceof JumpError ? error.code : 'malformed');
  }

  #refused(access: ApplianceAccess, code: JumpErrorCode): void {
    this.#link = null;
    this.#deps.log.warn({ address: access.address, code }, 'the appliance cannot be joined');
    const signIn = this.#signIn;
    this.#signIn = null;
    if (signIn !== null || code === 'sign-in-refused') {
      this.leave({ state: 'signed-out', address: access.address, reason: code });
      signIn?.reject(new JumpError(code));
    } else this.#retry('later', code);
  }

  #lost(): void {
    this.#deps.log.warn({}, 'the connection was lost');
    if (this.#open !== null) this.#attempts.ended(this.#open.openedAt);
    this.#dropLink();
    this.#retry('later', null);
  }

  #retry(when: 'now' | 'later', reason: JumpErrorCode | null): void {
    if (this.#access === null) return;
    const { address } = this.#access;
    const attempt = this.#attempts[when](() => {
      this.#dropLink();
      this.#openLink();
    });
    this.#show({ state: 'reconnecting', address, reason, ...attempt });
  }

  #received(name: ApplianceEventName, payload: unknown): void {
    const { listener } = this.#deps;
    // It is kept on this computer, whether a page is there or not.
    if (name === 'choice:changed') this.#events.read(KeptChoice, payload, listener.choiceChanged);
    else if (!this.#isWatched) return;
    else if (name === 'stream:sent') this.#stream.received(String(payload));
    else if (name === 'session-summary:changed')
      this.#events.read(SessionSummaryChanged, payload, listener.summaryChanged);
    else this.#statistics.received(name, payload);
  }

  #showConnected(silentSince: number | null): void {
    if (this.#access === null) return;
    const { address } = this.#access;
    const applianceAheadMs = this.#applianceAheadMs;
    this.#show(
      silentSince === null
        ? { state: 'connected', address, applianceAheadMs }
        : { state: 'stale', address, applianceAheadMs, lastHeardAt: silentSince },
    );
  }

  #show(state: ConnectionState): void {
    this.#state = state;
    this.#deps.listener.stateChanged(state);
  }

  #dropLink(): void {
    this.#attempts.cancel();
    this.#open?.silence.stop();
    this.#open = null;
    this.#link?.close();
    this.#link = null;
    this.#stream.interrupted();
  }

  #leaveQuietly(): void {
    this.#dropLink();
    this.#stream.pause();
    this.#access = null;
    this.#signedInAs = null;
    this.#attempts.reset();
    this.#signIn?.reject(new ConnectionLost());
    this.#signIn = null;
    this.#statistics.forget();
  }
}

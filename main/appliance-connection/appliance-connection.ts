import type { z } from 'zod';
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
import type { ApplianceAccess, ConnectionListener } from './connection-listener.ts';
import { ConnectionLost } from './connection-lost.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import { createSilenceWatch, type SilenceWatch } from './silence-watch.ts';
import { createStatisticsWatch } from './statistics-watch.ts';
import { createStreamWatch, type StreamWatch } from './stream-watch.ts';

/** A connection that held this long was no chance hit: the next loss begins with a short wait again. */
const SOLID_AFTER_MS = 10_000;
const NOTICE_AGAIN_AFTER_MS = 30_000;

type Deps = { clock: Clock; random: () => number; log: Log; listener: ConnectionListener };
type OpenLink = { link: ApplianceLink; silence: SilenceWatch; openedAt: number };
type SignIn = { resolve(): void; reject(error: JumpError): void };

/**
 * The console's connection to its appliance: kept up by itself, one socket at a time. What it is doing is told as
 * `ConnectionState`. Keeps no rows: what arrives is parsed once, handed on, and acknowledged.
 */
export class ApplianceConnection {
  readonly #deps: Deps;
  readonly #stream: StreamWatch;
  readonly #statistics: ReturnType<typeof createStatisticsWatch>;
  #state: ConnectionState = { state: 'signed-out', address: '', reason: null };
  #access: ApplianceAccess | null = null;
  #link: ApplianceLink | null = null;
  #open: OpenLink | null = null;
  #signIn: SignIn | null = null;
  #lostAt: number | null = null;
  #attempt = 0;
  #cancelAttempt: () => void = () => undefined;
  #applianceAheadMs = 0;
  #isWatched = false;
  #malformedNoticedAt = 0;
  #signedInAs: RepresentativeId | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#stream = createStreamWatch({
      ...deps,
      start: (params) => this.request('watch:start', params),
      acknowledge: (acknowledgement) => this.#open?.link.acknowledge(acknowledgement),
      deliver: (message, messageJson) => this.#deliver(message, messageJson),
      onStarted: (aheadMs) => this.#streamStarted(aheadMs),
      onMalformed: () => this.#noticeMalformed(),
      onFailed: (error) => this.#streamFailed(error),
    });
    this.#statistics = createStatisticsWatch({
      log: deps.log,
      send: (jumpItemIds) => this.request('statistics:watch', { jumpItemIds: [...jumpItemIds] }),
      deliver: (event) => deps.listener.statisticsChanged(event),
      deliverHistory: (history) => deps.listener.historyChanged(history),
      onMalformed: () => this.#noticeMalformed(),
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
    this.#retry(0, null);
  }

  /** After the computer slept: the socket may look open and be long dead, so a new one is made at once. */
  reconnectAfterSleep(): void {
    if (this.#access === null) return;
    this.#dropLink();
    this.#retry(0, null);
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
    this.#lostAt = null;
    this.#showConnected(null);
    void this.#statistics.sendAgain();
  }

  #streamFailed(error: unknown): void {
    if (this.#open === null) return; // the loss has been dealt with
    this.#deps.log.warn({ err: error }, 'the stream cannot be begun');
    this.#dropLink();
    this.#retryLater(error instanceof JumpError ? error.code : 'malformed');
  }

  #refused(access: ApplianceAccess, code: JumpErrorCode): void {
    this.#link = null;
    this.#deps.log.warn({ address: access.address, code }, 'the appliance cannot be joined');
    const signIn = this.#signIn;
    this.#signIn = null;
    if (signIn !== null || code === 'sign-in-refused') {
      this.leave({ state: 'signed-out', address: access.address, reason: code });
      signIn?.reject(new JumpError(code));
    } else this.#retryLater(code);
  }

  #lost(): void {
    this.#deps.log.warn({}, 'the connection was lost');
    const heldFor = this.#deps.clock.now() - (this.#open?.openedAt ?? 0);
    if (heldFor >= SOLID_AFTER_MS) this.#attempt = 0;
    this.#dropLink();
    this.#retryLater(null);
  }

  #retryLater(reason: JumpErrorCode | null): void {
    const delay = reconnectDelay(this.#attempt, this.#deps.random());
    this.#attempt += 1;
    this.#retry(delay, reason);
  }

  #retry(delay: number, reason: JumpErrorCode | null): void {
    const access = this.#access;
    if (access === null) return;
    const now = this.#deps.clock.now();
    this.#lostAt ??= now;
    this.#show({
      state: 'reconnecting',
      address: access.address,
      lostAt: this.#lostAt,
      nextAttemptAt: now + delay,
      reason,
    });
    this.#cancelAttempt();
    this.#cancelAttempt = this.#deps.clock.after(delay, () => {
      this.#dropLink();
      this.#openLink();
    });
  }

  #received(name: ApplianceEventName, payload: unknown): void {
    const { listener } = this.#deps;
    // It is kept on this computer, whether a page is there or not.
    if (name === 'choice:changed') this.#parsed(KeptChoice, payload, listener.choiceChanged);
    else if (!this.#isWatched) return;
    else if (name === 'stream:sent') this.#stream.received(String(payload));
    else if (name === 'session-summary:changed')
      this.#parsed(SessionSummaryChanged, payload, listener.summaryChanged);
    else this.#statistics.received(name, payload);
  }

  #parsed<T>(schema: z.ZodType<T>, payload: unknown, tell: (event: T) => void): void {
    const parsed = schema.safeParse(payload);
    if (parsed.success) {
      tell(parsed.data);
      return;
    }
    this.#deps.log.error({ issues: parsed.error.issues }, 'an event from the appliance is malformed');
    this.#noticeMalformed();
  }

  /** A person is told of a burst of them once; the log has each. */
  #noticeMalformed(): void {
    const now = this.#deps.clock.now();
    if (now - this.#malformedNoticedAt < NOTICE_AGAIN_AFTER_MS) return;
    this.#malformedNoticedAt = now;
    this.#deps.listener.noticed({ notice: 'malformed-message', from: 'appliance' });
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
    this.#cancelAttempt();
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
    this.#attempt = 0;
    this.#lostAt = null;
    this.#signIn?.reject(new ConnectionLost());
    this.#signIn = null;
    this.#statistics.forget();
  }
}

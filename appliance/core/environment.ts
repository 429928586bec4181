import type { EpochMs } from '#app/domain/ids.ts';
import type { Barrier } from './barrier.ts';

/** What the core may not take for itself: time and chance come from outside, so that tests decide them. */
export type Environment = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** A cryptographic hash of a text, in base64url: secrets and tokens are kept as this only. */
  readonly digest: (text: string) => string;
  /** Where QA may stop a command. */
  readonly barrier?: Barrier;
};

export type Clock = {
  now(): EpochMs;
  /** Runs a task once after so many milliseconds. @returns a function that calls it off */
  schedule(delayMs: number, task: () => void): () => void;
};

export type Randomness = {
  /** A random UUID, for ids. */
  uuid(): string;
  /** 256 random bits in base64url, for tokens and keys. */
  token(): string;
  /** So many decimal digits, each as likely as any other. */
  digits(count: number): string;
};

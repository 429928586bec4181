import type { Texts } from '#app/texts/texts.ts';
import type { Log } from './logging/log.ts';

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

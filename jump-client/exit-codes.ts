/** What the Jump Client's process ends with, for service managers and scripts. */
export const EXIT = {
  /** Stopped, or uninstalled, as asked. */
  done: 0,
  /** Something went wrong that no other code names. */
  failed: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** The appliance does not admit it: a person has to do something first. */
  refused: 3,
  /** Another Jump Client runs on the same data folder. */
  inUse: 4,
  /** It was removed by somebody else, and has uninstalled itself: there is nothing left to start. */
  removed: 5,
  /** The session is over: its connection was lost for too long. */
  lost: 6,
  /** The site has no place for another Jump Client (R7.1, R7.2). */
  limitReached: 7,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the process with a sentence for the person at the terminal. */
export class JumpClientProblem extends Error {
  override readonly name = 'JumpClientProblem';
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

import type { Page } from 'playwright';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Surface } from './in-page/surface.ts';
import type { Finding, SideName } from './measurement.ts';
import type { LaunchDurations } from './time-launch.ts';

/** A program with a list of Jump Items: the console, or its floor. Both are asked the same. */
export type Side = {
  readonly name: SideName;
  readonly surface: Surface;
  /** Starts the program anew on the side's server, which keeps running from launch to launch, and ends it. */
  timeLaunch(profilePath: string | null): Promise<LaunchDurations>;
  /** Starts the program anew, and waits until its list is whole. */
  launch(): Promise<LaunchedWindow>;
  /** Starts another one beside it, of a profile of its own; null where two are no different from one. */
  readonly launchBeside: (() => Promise<LaunchedWindow>) | null;
  /**
   * Gives an item other comments on the side's server, without a word to its window.
   * @returns when it was committed, on the wall clock
   */
  changeComments(id: JumpItemId, comments: string): Promise<number>;
  /** Changes the comments of one item after the other; answers after the last change. */
  playChanges(changes: Changes): Promise<void>;
  /** Gives all items the comments back that they were made with. */
  restoreComments(items: readonly JumpItem[]): Promise<void>;
  /** Writes all items to a file and reads one, in a program of its own. */
  measureFiles(items: readonly JumpItem[]): Promise<readonly Finding[]>;
  readonly serverProcessId: number;
  /** Ends the server. */
  stop(): Promise<void>;
};

export type Changes = {
  readonly changesPerSecond: number;
  readonly seconds: number;
  /** Which items change in turn: without them all, from everywhere in the list. */
  readonly ids?: readonly JumpItemId[];
};

export type LaunchedWindow = {
  readonly page: Page;
  readonly mainProcessId: number;
  close(): Promise<void>;
};

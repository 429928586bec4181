import type { Page } from 'playwright';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Finding } from '../measurement.ts';
import type { SearchExpectations } from '../queries.ts';
import type { LaunchedWindow, Side } from '../side.ts';

/** What a probe may use: one program with its whole list on the page. */
export type ProbeContext = {
  readonly window: LaunchedWindow;
  readonly page: Page;
  readonly side: Side;
  /** What the list holds. */
  readonly items: readonly JumpItem[];
  readonly expectations: SearchExpectations;
};

/** Leaves the page as it found it: nothing searched, the rows scrolled to the top. */
export type Probe = (context: ProbeContext) => Promise<readonly Finding[]>;

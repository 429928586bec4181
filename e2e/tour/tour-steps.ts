export type StepOutcome = {
  readonly step: string;
  readonly outcome: 'passed' | 'failed' | 'not-run';
  readonly milliseconds: number;
  /** What was seen, or what went wrong. */
  readonly detail: string;
};

/** Something that the tour was to see and did not. */
export class NotAsPromised extends Error {
  override readonly name = 'NotAsPromised';
}

/** @throws {NotAsPromised} */
export function promise(holds: boolean, what: string): void {
  if (!holds) throw new NotAsPromised(what);
}

export type TourSteps = {
  readonly outcomes: readonly StepOutcome[];
  /** Does one step, unless one before it failed: what it stands on is missing then. */
  run(step: string, action: () => Promise<string>): Promise<void>;
};

/** @param options.after what is done with each step that passed, outside of its time: its pictures, by its place from 1 on */
export function createTourSteps(options: {
  now: () => number;
  after: (place: number, step: string) => Promise<void>;
}): TourSteps {
  const outcomes: StepOutcome[] = [];
  let isBroken = false;
  return {
    outcomes,
    async run(step, action) {
      if (isBroken) {
        outcomes.push({ step, outcome: 'not-run', milliseconds: 0, detail: '' });
        return;
      }
      const startedAt = options.now();
      const milliseconds = (): number => Math.round(options.now() - startedAt);
      try {
        const detail = await action();
        outcomes.push({ step, outcome: 'passed', milliseconds: milliseconds(), detail });
        await options.after(outcomes.length, step);
      } catch (error) {
        isBroken = true;
        const detail = error instanceof Error ? error.message : String(error);
        outcomes.push({ step, outcome: 'failed', milliseconds: milliseconds(), detail });
      }
    },
  };
}

/** The outcomes as the terminal shows them. */
export function tourTable(outcomes: readonly StepOutcome[]): string {
  const width = Math.max(...outcomes.map(({ step }) => step.length));
  return outcomes
    .map(({ step, outcome, milliseconds, detail }) => {
      const time = outcome === 'not-run' ? '' : `${milliseconds} ms`;
      return `${outcome.padEnd(8)}${step.padEnd(width + 2)}${time.padStart(9)}  ${firstLine(detail)}`.trimEnd();
    })
    .join('\n');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

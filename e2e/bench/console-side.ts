import type { JumpItem } from '#app/domain/jump-item.ts';
import type { ApplianceControl } from '../fixtures/appliance-control.ts';
import { startAppliance } from '../fixtures/running-appliance.ts';
import { measureConsoleFiles } from './console-files.ts';
import type { Surface } from './in-page/surface.ts';
import { launchWindow } from './launch-window.ts';
import { probeScript } from './probe-script.ts';
import type { Side } from './side.ts';
import { timeLaunch } from './time-launch.ts';

const SURFACE: Surface = {
  searchField: 'input[type=search]',
  scroller: '[role=grid]',
  row: '[role=grid] [role=row][aria-selected]',
  nameCell: '[role=gridcell] bdi',
  headers: {
    name: '[role=columnheader][data-column=name]',
    hostname: '[role=columnheader][data-column=hostname]',
    comments: '[role=columnheader][data-column=comments]',
  },
  summary: 'footer > p',
};

type Start = { readonly items: number; readonly seed: number; readonly profile: string };

/** The built console, signed in to an appliance that stands by itself. */
export async function startConsoleSide({ items, seed, profile }: Start): Promise<Side> {
  const appliance = await startAppliance({ items, seed });
  const start = {
    words: ['.', `--appliance=${appliance.url}`],
    env: { JUMP_CONSOLE_TOKEN: appliance.token() },
    profile,
  };
  const probe = probeScript(SURFACE, items);
  return {
    name: 'console',
    surface: SURFACE,
    timeLaunch: (profilePath) => timeLaunch(start, probe, profilePath),
    launch: () => launchWindow(start, probe),
    launchBeside: () => launchWindow({ ...start, profile: `${profile}-beside` }, probe),
    changeComments: (id, comments) => appliance.changeJumpItems([{ id, comments }]),
    playChanges: async (changes) => {
      await appliance.playChanges(changes);
    },
    restoreComments: (restored) => restoreComments(appliance, restored),
    measureFiles: () =>
      measureConsoleFiles({
        applianceUrl: appliance.url,
        token: appliance.token(),
        profile: `${profile}-files`,
        probe,
      }),
    serverProcessId: appliance.program.processId,
    stop: () => appliance.program.stop(),
  };
}

/** What one request may change. */
const MOST_AT_ONCE = 5_000;

async function restoreComments(appliance: ApplianceControl, items: readonly JumpItem[]): Promise<void> {
  for (let start = 0; start < items.length; start += MOST_AT_ONCE) {
    const some = items.slice(start, start + MOST_AT_ONCE);
    await appliance.changeJumpItems(some.map(({ id, comments }) => ({ id, comments })));
  }
}

import { runProgram } from '../fixtures/running-program.ts';
import type { FloorAnnouncement, FloorAnswer, FloorRequest } from './floor/floor-protocol.ts';
import { measureFloorFiles } from './floor-files.ts';
import type { Surface } from './in-page/surface.ts';
import { launchWindow } from './launch-window.ts';
import { probeScript } from './probe-script.ts';
import type { Side } from './side.ts';
import { timeLaunch } from './time-launch.ts';

const SURFACE: Surface = {
  searchField: 'input[type=search]',
  scroller: '.scroller',
  row: '.rows > .row',
  nameCell: 'span:first-child',
  headers: {
    name: '[data-column=name]',
    hostname: '[data-column=hostname]',
    comments: '[data-column=comments]',
  },
  summary: 'footer',
};

type Start = {
  readonly items: number;
  readonly seed: number;
  readonly profile: string;
  /** Milliseconds by which each of its updates is slowed on purpose. */
  readonly slowMs: number;
};

/** The bare list of `floor/`: what the console's figures stand beside. */
export async function startFloorSide({ items, seed, profile, slowMs }: Start): Promise<Side> {
  const words = ['out/bench-floor-server/index.js', '--items', String(items), '--seed', String(seed)];
  const server = runProgram("the floor's server", words);
  const { url } = await server.line((line) => JSON.parse(line) as FloorAnnouncement);
  const start = { words: ['e2e/bench/floor/application', `--server=${url}`, `--slow=${slowMs}`], profile };
  const probe = probeScript(SURFACE, items);
  return {
    name: 'floor',
    surface: SURFACE,
    timeLaunch: (profilePath) => timeLaunch(start, probe, profilePath),
    launch: () => launchWindow(start, probe),
    launchBeside: null,
    changeComments: (id, comments) => ask(url, 'change', { id, comments }),
    playChanges: async (changes) => {
      await ask(url, 'play', changes);
    },
    restoreComments: async () => {
      await ask(url, 'restore', {});
    },
    measureFiles: async (rows) => measureFloorFiles(rows),
    serverProcessId: server.processId,
    stop: () => server.stop(),
  };
}

/** @returns when the server was done, on the wall clock */
async function ask(url: string, path: FloorRequest, what: object): Promise<number> {
  const response = await fetch(`${url}/${path}`, { method: 'POST', body: JSON.stringify(what) });
  const answer = await response.text();
  if (!response.ok) throw new Error(`The floor's server refused ${path}: ${answer}`);
  return (JSON.parse(answer) as FloorAnswer).committedAt;
}

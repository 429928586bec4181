// The main job, end to end and for real: an appliance, a Jump Client on this computer, and the console, in which
// a representative finds this computer, looks at it, works on it and leaves; then helps a customer, and pins their
// computer. Run with: npm run tour
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningConsole, startConsole } from '../fixtures/console-app.ts';
import { eventually } from '../fixtures/eventually.ts';
import { repositoryRoot } from '../fixtures/repository-root.ts';
import { type RunningAppliance, startAppliance } from '../fixtures/running-appliance.ts';
import { type RunningJumpClient, startJumpClient } from '../fixtures/running-jump-client.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { sessionTab } from '../pages/session-tab.ts';
import { helpACustomer } from './help-a-customer.ts';
import { clearFolder, createPictures, type Pictures } from './pictures.ts';
import { createTourSteps, promise, type StepOutcome, type TourSteps, tourTable } from './tour-steps.ts';

const FOLDER = join(repositoryRoot, 'tour');

type Cast = { appliance: RunningAppliance; jumpClient: RunningJumpClient; console: RunningConsole };

/** The parts come up one after the other; each is stopped at the end, whatever happens in between. */
async function raiseTheCurtain(scratch: string, stops: (() => Promise<void>)[]): Promise<Cast> {
  const appliance = await startAppliance({ fleet: 'office' });
  stops.push(() => appliance.program.stop());
  const jumpClient = await startJumpClient({
    applianceUrl: appliance.url,
    installerKey: appliance.installerKey(),
    folder: scratch,
  });
  stops.push(() => jumpClient.program.stop());
  const console = await startConsole({
    profile: join(scratch, 'profile'),
    applianceUrl: appliance.url,
    token: appliance.token(),
    windowSize: { width: 1280, height: 800 },
  });
  stops.push(() => console.close());
  return { appliance, jumpClient, console };
}

async function findThisComputer(steps: TourSteps, { jumpClient, console }: Cast): Promise<void> {
  const list = jumpInterface(console.page);
  await steps.run('open', async () => {
    await list.rows.first().waitFor();
    await eventually(
      'the list to be whole',
      async () => (await list.grid.getAttribute('aria-busy')) === 'false',
    );
    const summary = (await list.summary.textContent()) ?? '';
    const count = Number(/^[\d,]+/.exec(summary)?.[0].replaceAll(',', ''));
    promise(count > 100, `The office is listed, but the summary says “${summary}”.`);
    return summary;
  });
  await steps.run('search', async () => {
    await list.searchFor(jumpClient.name);
    await list.row(jumpClient.name).waitFor();
    const found = await list.listedCount();
    promise(found >= 1 && found < 20, `The search for ${jumpClient.name} lists ${found} items.`);
    return `“${jumpClient.name}” lists ${found}`;
  });
  await steps.run('select', async () => {
    await list.select(jumpClient.name);
    await list.statistics.getByRole('heading', { name: jumpClient.name }).waitFor();
    return jumpClient.name;
  });
  await steps.run('statistics', async () => {
    const text = async (): Promise<string> => (await list.statistics.textContent()) ?? '';
    await eventually('the statistics to name this computer', async () => (await text()).includes(hostname()));
    await eventually('its load to be shown', async () => /\d %/.test(await text()));
    return hostname();
  });
}

async function workOnIt(steps: TourSteps, { appliance, jumpClient, console }: Cast): Promise<void> {
  const list = jumpInterface(console.page);
  const session = sessionTab(console.page, jumpClient.name);
  await steps.run('jump', async () => {
    await list.toolbar.getByRole('button', { name: 'Jump' }).click();
    await session.panel.getByText('Connected', { exact: true }).waitFor();
    const sessions = await appliance.supportSessions();
    promise(
      sessions.some(({ jumpItemId }) => jumpItemId === jumpClient.jumpClientId),
      'The appliance knows no session on this computer.',
    );
    return `session ${sessions[0]?.id}`;
  });
  await steps.run('shell', async () => {
    const uname = execFileSync('uname', ['-a'], { encoding: 'utf8' }).trim();
    await session.type('uname -a');
    const shown = async (): Promise<string> => (await session.terminalText()).replaceAll('\n', '');
    await eventually(`the shell to say “${uname}”`, async () => (await shown()).includes(uname));
    return uname;
  });
  await steps.run('system-information', async () => {
    await session.section('Computer').getByText(hostname(), { exact: true }).first().waitFor();
    const rows = await session.section('Processes').getByRole('row').count();
    promise(rows > 2, 'System Information lists no processes.');
    return `${rows - 1} processes in sight`;
  });
  await steps.run('end', async () => {
    await session.endButton.click();
    await session.panel.waitFor({ state: 'hidden' });
    await eventually('the appliance to know no session', async () => {
      return (await appliance.supportSessions()).length === 0;
    });
    return 'no session on either side';
  });
}

/** @returns whether every step did what it was to do */
async function tour(): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), 'jump-console-tour-'));
  const stops: (() => Promise<void>)[] = [];
  const stage: { cast: Cast | null; pictures: Pictures | null } = { cast: null, pictures: null };
  const steps = createTourSteps({
    now: () => performance.now(),
    after: async (place, step) => stage.pictures?.take(place, step),
  });
  clearFolder(FOLDER);
  try {
    await steps.run('start', async () => {
      stage.cast = await raiseTheCurtain(scratch, stops);
      stage.pictures = createPictures(FOLDER, stage.cast.console);
      return stage.cast.appliance.url;
    });
    if (stage.cast !== null) {
      await findThisComputer(steps, stage.cast);
      await workOnIt(steps, stage.cast);
      const { appliance, console } = stage.cast;
      await helpACustomer(steps, { appliance, page: console.page }, { scratch, stops });
    }
  } finally {
    for (const stop of stops.toReversed()) await stop();
    rmSync(scratch, { recursive: true, force: true });
  }
  return report(steps.outcomes, stage.cast);
}

function report(outcomes: readonly StepOutcome[], cast: Cast | null): boolean {
  const passed = outcomes.every(({ outcome }) => outcome === 'passed');
  const summary = { passed, takenAt: new Date().toISOString(), steps: outcomes };
  writeFileSync(join(FOLDER, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  process.stdout.write(`\n${tourTable(outcomes)}\n\nPictures and summary.json are in ${FOLDER}\n`);
  if (!passed && cast !== null) {
    const { appliance, jumpClient, console } = cast;
    for (const log of [appliance.program.log(), jumpClient.program.log(), console.log()])
      process.stderr.write(`${log}\n`);
  }
  return passed;
}

process.exitCode = (await tour()) ? 0 : 1;

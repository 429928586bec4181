import { writeFileSync } from 'node:fs';
import { type DebuggerPipe, openDebuggerPipe } from './debugger-pipe.ts';
import { type ElectronStart, endElectron, startElectron } from './electron-process.ts';
import type { LaunchTimes } from './in-page/launch-watch.ts';

/** Milliseconds since the process was asked for. */
export type LaunchDurations = {
  readonly pageBegan: number;
  readonly firstRows: number;
  readonly wholeList: number;
};

const TELL = 'tellBenchLaunchTimes';

type Attached = { readonly sessionId: string; readonly targetInfo: { readonly type: string } };
type Told = { readonly payload: string };

/** Longer than any launch that is worth a figure. */
const PATIENCE_MS = 120_000;

/**
 * Starts an Electron application and ends it once its list is whole. The probe is in the page before the page's own
 * scripts; nothing else joins the program, so that nothing else takes its time.
 * @param profilePath where to write a CPU profile of the page, if at all
 */
export async function timeLaunch(
  start: ElectronStart,
  probe: string,
  profilePath: string | null,
): Promise<LaunchDurations> {
  const launchedAt = performance.timeOrigin + performance.now();
  const electron = startElectron(start, '--remote-debugging-pipe');
  electron.stderr?.resume();
  try {
    const debugging = openDebuggerPipe(electron);
    const { times, sessionId } = await launchTimes(debugging, probe, profilePath !== null);
    if (times.cameLate) throw new Error('The rows were there before the probe was.');
    if (profilePath !== null) {
      const { profile } = (await debugging.request('Profiler.stop', {}, sessionId)) as { profile: object };
      writeFileSync(profilePath, JSON.stringify(profile));
    }
    return {
      pageBegan: times.pageBeganAt - launchedAt,
      firstRows: times.firstRowsAt - launchedAt,
      wholeList: times.wholeListAt - launchedAt,
    };
  } finally {
    await endElectron(electron);
  }
}

/** The page tells its times by a function that Chromium puts there for it. */
function launchTimes(
  debugging: DebuggerPipe,
  probe: string,
  withProfile: boolean,
): Promise<{ times: LaunchTimes; sessionId: string }> {
  const source = `${probe}\nbenchProbe.launch.times().then((times) => ${TELL}(JSON.stringify(times)));`;
  let sessionId = '';
  const told = new Promise<{ times: LaunchTimes; sessionId: string }>((resolve, reject) => {
    debugging.onEvent((method, params) => {
      if (method === 'Target.attachedToTarget') {
        const attached = params as Attached;
        if (attached.targetInfo.type !== 'page') return;
        sessionId = attached.sessionId;
        preparePage(debugging, sessionId, source, withProfile).catch(reject);
      } else if (method === 'Runtime.bindingCalled') {
        resolve({ times: JSON.parse((params as Told).payload) as LaunchTimes, sessionId });
      }
    });
    debugging.onEnd(() => reject(new Error('Electron ended before its list was whole.')));
    const each = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    debugging.request('Target.setAutoAttach', each).catch(reject);
  });
  return withPatience(told);
}

function withPatience<T>(told: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      reject(new Error(`The list was not whole within ${PATIENCE_MS / 1_000} s.`));
    }, PATIENCE_MS);
    told.then(resolve, reject).finally(() => clearTimeout(patience));
  });
}

/** Chromium holds a new page back until this is done. */
async function preparePage(
  debugging: DebuggerPipe,
  sessionId: string,
  source: string,
  withProfile: boolean,
): Promise<void> {
  const ask = (method: string, params: object = {}) => debugging.request(method, params, sessionId);
  await Promise.all([
    ask('Page.enable'),
    ask('Runtime.enable'),
    ask('Runtime.addBinding', { name: TELL }),
    ask('Page.addScriptToEvaluateOnNewDocument', { source }),
    ...(withProfile ? [ask('Profiler.enable'), ask('Profiler.start')] : []),
    ask('Runtime.runIfWaitingForDebugger'),
  ]);
}

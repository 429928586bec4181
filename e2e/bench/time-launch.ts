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

/**
 * Starts an Electron application and ends it once its list is whole. The probe is in the page before the page's own
 * scripts; nothing else joins the program, so that nothing else takes its time.
 */
export async function timeLaunch(start: ElectronStart, probe: string): Promise<LaunchDurations> {
  const launchedAt = performance.timeOrigin + performance.now();
  const electron = startElectron(start, '--remote-debugging-pipe');
  electron.stderr?.resume();
  try {
    const debugging = openDebuggerPipe(electron);
    const { cameLate, ...at } = await launchTimes(debugging, probe);
    if (cameLate) throw new Error('The rows were there before the probe was.');
    return {
      pageBegan: at.pageBeganAt - launchedAt,
      firstRows: at.firstRowsAt - launchedAt,
      wholeList: at.wholeListAt - launchedAt,
    };
  } finally {
    await endElectron(electron);
  }
}

/** The page tells its times by a function that Chromium puts there for it. */
function launchTimes(debugging: DebuggerPipe, probe: string): Promise<LaunchTimes> {
  const source = `${probe}\nbenchProbe.launch.times().then((times) => ${TELL}(JSON.stringify(times)));`;
  return new Promise((resolve, reject) => {
    debugging.onEvent((method, params) => {
      if (method === 'Target.attachedToTarget') {
        const { sessionId, targetInfo } = params as Attached;
        if (targetInfo.type === 'page') preparePage(debugging, sessionId, source).catch(reject);
      } else if (method === 'Runtime.bindingCalled') {
        resolve(JSON.parse((params as Told).payload) as LaunchTimes);
      }
    });
    debugging.onEnd(() => reject(new Error('Electron ended before its list was whole.')));
    const each = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    debugging.request('Target.setAutoAttach', each).catch(reject);
  });
}

/** Chromium holds a new page back until this is done. */
async function preparePage(debugging: DebuggerPipe, sessionId: string, source: string): Promise<void> {
  await Promise.all([
    debugging.request('Page.enable', {}, sessionId),
    debugging.request('Runtime.enable', {}, sessionId),
    debugging.request('Runtime.addBinding', { name: TELL }, sessionId),
    debugging.request('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId),
    debugging.request('Runtime.runIfWaitingForDebugger', {}, sessionId),
  ]);
}

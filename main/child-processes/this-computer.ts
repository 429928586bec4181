import { rmSync } from 'node:fs';
import type { Log } from '../logging/log.ts';
import type { ChildProcess, ReadyAppliance } from './embedded-appliance.ts';
import { readLines } from './line-reader.ts';

type Deps = {
  fork: (programArguments: readonly string[]) => ChildProcess;
  appliance: ReadyAppliance;
  /** Where the Jump Client keeps its identity. */
  dataFolder: string;
  log: Log;
};

/**
 * Makes this computer one of the Jump Items of the embedded appliance: runs a Jump Client on it.
 * @returns a function that ends it
 */
export function runThisComputer({ fork, appliance, dataFolder, log }: Deps): () => void {
  const key = appliance.installerKeys[0]?.key;
  if (key === undefined) {
    log.warn({}, 'the embedded appliance gives no installer key: this computer is not listed');
    return () => undefined;
  }
  // The embedded appliance starts empty: what the Jump Client knew of an earlier one is of no use.
  rmSync(dataFolder, { recursive: true, force: true });
  const child = fork(['--appliance', appliance.url, '--installer-key', key, '--data-dir', dataFolder]);
  let isEnding = false;
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) readLines(stream, (line) => log.info({ line }, "this computer's Jump Client says"));
  }
  child.on('exit', (exitCode) => {
    if (!isEnding) log.error({ exitCode }, "this computer's Jump Client ended");
  });
  return () => {
    isEnding = true;
    child.kill();
  };
}

import { dirname, join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { parseApplianceAddress } from './connection/appliance-address.ts';
import { EXIT, JumpClientProblem } from './exit-codes.ts';
import { defaultDataDir } from './identity/data-dir.ts';

export type JumpClientCommand =
  | { command: 'run'; appliance: string | null; installerKey: string | null; dataDir: string }
  /** Plays a device, with a page as its screen; the installer key pins it at once. */
  | { command: 'simulate'; appliance: string; installerKey: string | null; dataDir: string }
  | { command: 'disable' | 'enable' | 'uninstall'; dataDir: string }
  /** Installs a Jump Client as standard input orders (installation/installer.ts). */
  | { command: 'install' }
  /** Of an installed service: keeps its program running, or takes it away once it is uninstalled. */
  | { command: 'keep'; appliance: string | null }
  | { command: 'clean-up' }
  /** The text was asked for, and has been shown. */
  | { command: 'shown' };

type Surroundings = {
  env: NodeJS.ProcessEnv;
  home: string;
  version: string;
  /** The data folder of the installation that this program belongs to; null for one that was started from elsewhere. */
  ownDataDir: string | null;
};
type Options = { appliance?: string; installerKey?: string; dataDir: string; simulate?: 'android' };

/**
 * @param words what follows the program's name
 * @throws {JumpClientProblem} with the exit code for a wrong command line; what is wrong is on standard error already
 */
export function parseCommandLine(words: readonly string[], surroundings: Surroundings): JumpClientCommand {
  let chosen: JumpClientCommand = { command: 'shown' };
  const program = createProgram(surroundings, (command) => {
    chosen = command;
  });
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new JumpClientProblem(EXIT.usage, '');
  }
  return chosen;
}

function createProgram(
  { env, home, version, ownDataDir }: Surroundings,
  choose: (command: JumpClientCommand) => void,
): Command {
  const program = new Command('jump-client')
    .description('Keeps this computer reachable: connects to an appliance and serves support sessions.')
    .version(version)
    .exitOverride()
    .option('--appliance <url>', 'address of the appliance, http://host:port; kept once registered')
    .option('--installer-key <key>', 'registers this computer; also JUMP_CLIENT_INSTALLER_KEY')
    .option('--data-dir <folder>', 'where the identity is kept', ownDataDir ?? defaultDataDir(env, home))
    .addOption(
      new Option('--simulate <device>', 'plays a device, with a page as its screen').choices(['android']),
    );
  program.action(() => {
    const { appliance, installerKey, dataDir, simulate } = program.opts<Options>();
    const common = { installerKey: installerKey || env.JUMP_CLIENT_INSTALLER_KEY || null, dataDir };
    const address = appliance === undefined ? null : checkedAddress(program, appliance);
    if (simulate === undefined) return choose({ command: 'run', appliance: address, ...common });
    if (address === null) return program.error('error: --simulate needs --appliance http://host:port.');
    // Who this computer is, and who the device is, are two things.
    const isOwn = program.getOptionValueSource('dataDir') !== 'default';
    const deviceDir = isOwn ? dataDir : join(dirname(dataDir), 'simulated-android');
    choose({ command: 'simulate', appliance: address, ...common, dataDir: deviceDir });
  });
  const subcommands = {
    disable: 'allows no support sessions until enabled again',
    enable: 'allows support sessions again',
    uninstall: 'tells the appliance that this computer is no longer reachable, and forgets its identity',
  } as const;
  for (const command of ['disable', 'enable', 'uninstall'] as const) {
    const action = () => choose({ command, dataDir: program.opts<Options>().dataDir });
    program.command(command).description(subcommands[command]).exitOverride().action(action);
  }
  // What programs of ours start, and no person.
  const own = (name: string, command: () => JumpClientCommand) =>
    program
      .command(name, { hidden: true })
      .exitOverride()
      .action(() => choose(command()));
  own('install', () => ({ command: 'install' }));
  own('clean-up', () => ({ command: 'clean-up' }));
  own('keep', () => ({ command: 'keep', appliance: program.opts<Options>().appliance ?? null }));
  return program;
}

function checkedAddress(program: Command, text: string): string {
  const address = parseApplianceAddress(text);
  if (address !== null) return address;
  return program.error(`error: --appliance must be http://host:port or https://host:port, not '${text}'.`);
}

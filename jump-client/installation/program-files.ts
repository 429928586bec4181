import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { systemCodeOf } from '../system-errors.ts';

/** A file of the program, and where in an installation's folder it goes. */
export type ProgramFile = {
  readonly from: string;
  readonly to: string;
  readonly bytes: number;
  readonly isExecutable: boolean;
};
export type ProgramSource = {
  /** The Node that runs it. */
  readonly runtime: string;
  /** The bundled program. */
  readonly program: string;
};

const TERMINAL = '@lydell/node-pty';

/** All that the program needs to run on its own: its runtime, itself, and the native module of Command Shell. */
export function listProgramFiles({ runtime, program }: ProgramSource): readonly ProgramFile[] {
  const require = createRequire(program);
  const packages: ProgramFile[] = [];
  const terminal = folderOf(require, TERMINAL);
  if (terminal !== null) {
    const built = `${TERMINAL}-${process.platform}-${process.arch}`;
    const binary = folderOf(createRequire(join(terminal, 'package.json')), built);
    packages.push(...filesIn(terminal, join('program/node_modules', TERMINAL)));
    if (binary !== null) packages.push(...filesIn(binary, join('program/node_modules', built)));
  }
  return [programFile(program, 'program/index.js'), ...packages, programFile(runtime, 'node', true)];
}

/** Null: it is not there, and this computer has no Command Shell either. */
function folderOf(require: NodeJS.Require, name: string): string | null {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch (error) {
    if (systemCodeOf(error) === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

function filesIn(folder: string, to: string): ProgramFile[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => programFile(file, join(to, file.slice(folder.length))));
}

function programFile(from: string, to: string, isExecutable = false): ProgramFile {
  return { from, to, bytes: statSync(from).size, isExecutable };
}

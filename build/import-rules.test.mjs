// Breaks each import rule in a copy of the house, and sees exactly that rule fire.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './script.mjs';

const ROOMS = ['app', 'main', 'preload', 'renderer', 'appliance', 'jump-client', 'e2e'];
const MAY_IMPORT = {
  app: [],
  main: ['app'],
  preload: ['app'],
  renderer: ['app'],
  appliance: ['app'],
  'jump-client': ['app'],
  e2e: ['app', 'appliance', 'jump-client'],
};
const HOUSE = [
  'package.json',
  '.gitignore',
  'biome.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'build/lint',
];
const PAIRS = ROOMS.flatMap((room) => ROOMS.filter((other) => other !== room).map((other) => [room, other]));

const shared = (room) => (room === 'app' ? '#app/contracts/shared.ts' : `../${room}/shared.ts`);
const importing = (specifier) => `import { shared } from '${specifier}';\nexport const copy = shared;\n`;

/** What the type-checker must refuse beyond the pairs of rooms: a global that a room does not have. */
const FOREIGN_GLOBALS = [
  ['app', 'window'],
  ['app', 'process'],
  ['app', 'console'],
  ['app', 'setTimeout'],
  ['main', 'window'],
  ['preload', 'process'],
  ['renderer', 'process'],
  ['appliance', 'document'],
  ['jump-client', 'document'],
];

const IMPORTS = 'lint/style/noRestrictedImports';
/** What the linter must refuse: rule, the file that breaks it, its text. */
const BROKEN = [
  ['Electron belongs to main and preload', IMPORTS, 'renderer/uses-electron.ts', `import 'electron';\n`],
  ['Electron is not for the appliance', IMPORTS, 'appliance/uses-electron.ts', `import 'electron';\n`],
  [
    'Electron is not for features',
    IMPORTS,
    'renderer/features/sign-in/uses-electron.ts',
    `import 'electron';\n`,
  ],
  ['main forks the appliance', IMPORTS, 'main/imports-appliance.ts', `import '../appliance/shared.ts';\n`],
  ['main forks it from deeper down', IMPORTS, 'main/ipc/forks.ts', `import '../../appliance/shared.ts';\n`],
  ['preload: contracts only', IMPORTS, 'preload/uses-domain.ts', `import '#app/domain/shared.ts';\n`],
  ['preload: no package', IMPORTS, 'preload/uses-zod.ts', `import 'zod';\n`],
  ['preload: no other room', IMPORTS, 'preload/uses-main.ts', `import '../main/shared.ts';\n`],
  ['core: no sockets', IMPORTS, 'appliance/core/a.ts', `import '../sockets/shared.ts';\n`],
  [
    'core: no sockets from deeper down',
    IMPORTS,
    'appliance/core/deep/a.ts',
    `import '../../sockets/shared.ts';\n`,
  ],
  ['core: no storage', IMPORTS, 'appliance/core/b.ts', `import '../storage/shared.ts';\n`],
  ['core: no /login', IMPORTS, 'appliance/core/c.ts', `import '../login/shared.ts';\n`],
  ['core: no testing interface', IMPORTS, 'appliance/core/d.ts', `import '../testing/shared.ts';\n`],
  ['core: no Socket.IO', IMPORTS, 'appliance/core/e.ts', `import 'socket.io';\n`],
  ['core: no Node', IMPORTS, 'appliance/core/f.ts', `import 'node:fs';\n`],
  [
    'core: no randomness',
    IMPORTS,
    'appliance/core/g.ts',
    `import { randomBytes } from 'node:crypto';\nexport const id = randomBytes;\n`,
  ],
  [
    'core: no dynamic import either',
    IMPORTS,
    'appliance/core/h.ts',
    `export const h = import('node:net');\n`,
  ],
  ['a feature beside it', IMPORTS, 'renderer/features/sign-in/a.ts', `import '../settings/shared.ts';\n`],
  [
    'a feature by a detour',
    IMPORTS,
    'renderer/features/sign-in/b.ts',
    `import '../../features/settings/shared.ts';\n`,
  ],
  [
    'a feature from a subfolder',
    IMPORTS,
    'renderer/features/sign-in/sub/a.ts',
    `import '../../settings/shared.ts';\n`,
  ],
  ['ui: no feature', IMPORTS, 'renderer/ui/a.ts', `import '../features/settings/shared.ts';\n`],
  ['ui: no store', IMPORTS, 'renderer/ui/b.ts', `import '../store/shared.ts';\n`],
  ['ui: no domain', IMPORTS, 'renderer/ui/c.ts', `import '#app/domain/shared.ts';\n`],
  ['consoleApi on window', 'plugin', 'renderer/store/a.ts', `export const api = window.consoleApi;\n`],
  ['consoleApi on globalThis', 'plugin', 'renderer/ui/d.ts', `export const api = globalThis.consoleApi;\n`],
  ['consoleApi taken apart', 'plugin', 'renderer/store/b.ts', `export const { consoleApi } = window;\n`],
  [
    'no cycles',
    'lint/suspicious/noImportCycles',
    'main/cycle-a.ts',
    `import { b } from './cycle-b.ts';\nexport const a = () => b;\n`,
  ],
];

/** What the linter must let pass, next to each rule. */
const ALLOWED = [
  ['main/uses-electron.ts', `import 'electron';\n`],
  ['main/appliance-connection/connect.ts', `import '#app/contracts/shared.ts';\n`],
  ['main/commands/connects.ts', `import '../appliance-connection/connect.ts';\n`],
  [
    'preload/uses-contracts.ts',
    `import 'electron';\nimport '#app/contracts/shared.ts';\nimport './shared.ts';\n`,
  ],
  ['appliance/core/pure.ts', `import '#app/domain/shared.ts';\nimport 'zod';\nimport './deep/pure.ts';\n`],
  [
    'appliance/core/deep/pure.ts',
    `import { createHash } from 'node:crypto';\nexport const h = createHash;\n`,
  ],
  ['appliance/sockets/uses-core.ts', `import 'socket.io';\nimport '../core/pure.ts';\n`],
  ['renderer/features/sign-in/good.ts', `import '../../store/shared.ts';\nimport '../../ui/good.ts';\n`],
  ['renderer/features/sign-in/sub/good.ts', `import '../good.ts';\nimport '../../../ui/good.ts';\n`],
  ['renderer/ui/good.ts', `import '#app/lib/shared.ts';\n`],
  ['renderer/console-api.ts', `export const api = window.consoleApi;\n`],
  ['renderer/store/joins-features.ts', `import '../features/sign-in/good.ts';\n`],
];

let house;
let typeErrors;
let lintErrors;

function write(path, text) {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

function run(program, words) {
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...words], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  return stdout.split('\n');
}

/** A copy of the house's rules in an empty house, in which every room exports `shared`. */
function layHouse() {
  house = realpathSync(mkdtempSync(join(tmpdir(), 'import-rules-')));
  for (const path of [...HOUSE, ...ROOMS.map((room) => `${room}/tsconfig.json`)]) {
    cpSync(join(root, path), join(house, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  const places = ['app/contracts', 'app/domain', 'app/lib', 'renderer/features/settings', 'renderer/store'];
  const parts = ['sockets', 'storage', 'login', 'testing'].map((part) => `appliance/${part}`);
  for (const place of [...ROOMS, ...places, ...parts])
    write(`${place}/shared.ts`, 'export const shared = 1;\n');
}

function layImportsAcrossRooms() {
  for (const [room, other] of PAIRS) write(`${room}/types-of-${other}.ts`, importing(shared(other)));
  for (const [room, name] of FOREIGN_GLOBALS)
    write(`${room}/reads-${name}.ts`, `export const it = ${name};\n`);
}

function layLintFixtures() {
  for (const [, , path, text] of BROKEN) write(path, text);
  for (const [path, text] of ALLOWED) write(path, text);
  write('main/cycle-b.ts', `import { a } from './cycle-a.ts';\nexport const b = () => a;\n`);
}

beforeAll(() => {
  layHouse();
  layImportsAcrossRooms();
  typeErrors = run('typescript/bin/tsc', ['-b', '--pretty', 'false']);
  layLintFixtures();
  lintErrors = run('@biomejs/biome/bin/biome', ['lint', '--reporter=github', '--max-diagnostics=none', '.']);
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

const typeErrorsIn = (path) => typeErrors.filter((line) => line.startsWith(`${path}(`));
const lintErrorsIn = (path) =>
  lintErrors.filter((line) => line.includes(`${path},line=`)).map((line) => /title=([^,]+)/.exec(line)?.[1]);

describe('the type-checker', () => {
  test.each(PAIRS.filter(([room, other]) => !MAY_IMPORT[room].includes(other)))(
    '%s cannot import %s',
    (room, other) => {
      expect(typeErrorsIn(`${room}/types-of-${other}.ts`).join()).toContain('TS6307');
    },
  );

  test.each(PAIRS.filter(([room, other]) => MAY_IMPORT[room].includes(other)))(
    '%s may import %s',
    (room, other) => {
      expect(typeErrorsIn(`${room}/types-of-${other}.ts`)).toEqual([]);
    },
  );

  test.each(FOREIGN_GLOBALS)('%s does not know %s', (room, name) => {
    expect(typeErrorsIn(`${room}/reads-${name}.ts`).join()).toMatch(/TS(2304|2580|2584|2591)/);
  });
});

describe('the linter', () => {
  test.each(BROKEN)('%s (%s)', (_name, rule, path) => {
    expect(new Set(lintErrorsIn(path))).toEqual(new Set([rule]));
  });

  test.each(ALLOWED)('%s passes', (path) => {
    expect(lintErrorsIn(path)).toEqual([]);
  });
});

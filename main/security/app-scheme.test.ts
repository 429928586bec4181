import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createAppScheme } from './app-scheme.ts';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

function aServedFolder() {
  const folder = temporaryFolder();
  const served = join(folder, 'renderer');
  mkdirSync(join(served, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(served, 'index.html'), '<!doctype html>');
  writeFileSync(join(served, 'assets', 'index.js'), 'export {};');
  return createAppScheme(served);
}

const get = (serve: ReturnType<typeof aServedFolder>, url: string, method = 'GET') =>
  serve({ url, method } as Request);

test("a file of the renderer's is served by its exact address, with its type and the policy", async () => {
  const serve = aServedFolder();
  const page = await get(serve, 'app://console/index.html');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await get(serve, 'app://console/assets/index.js?v=1')).headers.get('content-type')).toBe(
    'text/javascript; charset=utf-8',
  );
});

const HOSTILE = [
  'app://console/',
  'app://console',
  'app://console/assets',
  'app://console/assets/',
  'app://console/../secret.txt',
  'app://console/..%2fsecret.txt',
  'app://console/%2e%2e/secret.txt',
  'app://console/..\\secret.txt',
  'app://console/assets/../../secret.txt',
  'app://console//etc/passwd',
  'app://console/index.html/',
  'app://console/index.html%00.js',
  'app://console/INDEX.HTML',
  'app://elsewhere/index.html',
  'app://console.evil/index.html',
  'app://user@console/index.html',
  'file:///etc/passwd',
];

test.each(HOSTILE)('%s does not exist', async (url) => {
  expect((await get(aServedFolder(), url)).status).toBe(404);
});

test('only reading is answered', async () => {
  expect((await get(aServedFolder(), 'app://console/index.html', 'POST')).status).toBe(404);
});

test("the policy allows the console's own files and no network", () => {
  expect(CONTENT_SECURITY_POLICY).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
      "font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShortcutHostname } from '#app/domain/jump-item-change.ts';
import { remoteDesktopPrograms } from './remote-desktop-programs.ts';

const vectors = (platform: NodeJS.Platform, hostname: string, port: number) =>
  remoteDesktopPrograms({ platform, windowsFolder: 'C:\\Windows' }, hostname, port).map(({ file, words }) => [
    file,
    ...words,
  ]);

test('R1.8 Linux: Remmina, which asks in a window, or FreeRDP', () => {
  expect(vectors('linux', 'rdp.example', 3_389)).toEqual([
    ['remmina', '-c', 'rdp://rdp.example:3389'],
    ['xfreerdp3', '/v:rdp.example:3389'],
    ['xfreerdp', '/v:rdp.example:3389'],
  ]);
});

test("R1.8 Windows: the system's own, by its path", () => {
  const [[file, ...words] = []] = vectors('win32', '::1', 3_390);
  expect(file?.replaceAll('/', '\\')).toBe('C:\\Windows\\System32\\mstsc.exe');
  expect(words).toEqual(['/v:[::1]:3390']);
});

test('R1.8 Mac: a link that opens the app', () => {
  expect(vectors('darwin', 'rdp.example', 3_389)).toEqual([
    ['/usr/bin/open', 'rdp://full%20address=s:rdp.example:3389'],
  ]);
  expect(vectors('darwin', '[::1]', 3_389)).toEqual([
    ['/usr/bin/open', 'rdp://full%20address=s:%5B::1%5D:3389'],
  ]);
});

test('R1.8 whatever host is let through, no word of any program can be another option', () => {
  const hostnames = fc
    .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'-/:[]%.,;=& a1é@\\"') }))
    .filter((text) => ShortcutHostname.safeParse(text).success);
  fc.assert(
    fc.property(hostnames, fc.constantFrom('linux', 'win32', 'darwin'), (hostname, platform) => {
      for (const [, ...words] of vectors(platform as NodeJS.Platform, hostname, 3_389)) {
        for (const word of words) {
          expect(word === '-c' || /^\/v:[^-/]|^rdp:\/\//.test(word)).toBe(true);
          expect(word).not.toMatch(/[\s,;&"'$`\\|]/);
        }
      }
    }),
  );
});

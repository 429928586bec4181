import { expect, test } from 'vitest';
import { findVncProgram } from './vnc-program.ts';

const findAmong = (...paths: string[]) => findVncProgram('/opt/bin:/usr/bin', (path) => paths.includes(path));

test('TigerVNC is taken before x11vnc, and Debian’s own program before its script', () => {
  expect(findAmong('/usr/bin/X0tigervnc', '/usr/bin/x0vncserver')?.path).toBe('/usr/bin/X0tigervnc');
  expect(findAmong('/opt/bin/x0vncserver', '/opt/bin/x11vnc')?.path).toBe('/opt/bin/x0vncserver');
  expect(findAmong('/usr/bin/x11vnc')?.path).toBe('/usr/bin/x11vnc');
  expect(findAmong()).toBeNull();
});

test('a folder of PATH that is not absolute is passed over', () => {
  expect(findVncProgram('.:bin:/usr/bin', (path) => !path.startsWith('/'))).toBeNull();
});

test('either listens on its own socket alone, and ends by itself when nobody is connected', () => {
  expect(findAmong('/usr/bin/X0tigervnc')?.words('/run/it')).toEqual(
    expect.arrayContaining(['-rfbunixpath=/run/it', '-rfbport=-1', '-MaxDisconnectionTime=10']),
  );
  expect(findAmong('/usr/bin/x11vnc')?.words('/run/it').join(' ')).toContain(
    '-unixsock /run/it -rfbport 0 -rfbportv6 -1',
  );
  expect(findAmong('/usr/bin/x11vnc')?.words('/run/it')).not.toContain('-forever');
});

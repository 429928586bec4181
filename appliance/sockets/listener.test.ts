import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { next, startForTest, type TestAppliance } from '../testing/running-appliance.ts';

let appliance: TestAppliance;
beforeAll(async () => {
  appliance = await startForTest();
});
afterAll(() => appliance.close());

/** Sends bytes as they are. @returns the first line of the answer */
async function send(text: string): Promise<string> {
  const { hostname, port } = new URL(appliance.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => socket.destroy()); // the appliance hung up, which is an answer, too
  socket.write(text);
  const [answer] = await Promise.all([next<Buffer>(socket, 'data'), next(socket, 'close')]);
  return answer.toString().split('\r\n', 1)[0] ?? '';
}
function upgrade(path: string, headers = ''): string {
  const key = 'dGhlIHNhbXBsZSBub25jZQ==';
  return `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n${headers}\r\n`;
}

describe('there is nothing but the doors: every other path is refused', () => {
  const query = '?EIO=4&transport=websocket';
  const paths = [
    `/${query}`,
    `/consoles/${query}`,
    `/console/x/${query}`,
    `/console//${query}`,
    `//console/${query}`,
    `/CONSOLE/${query}`,
    `/console;x/${query}`,
    `/%63onsole/${query}`,
    `/x/../console/${query}`,
    `/toString/${query}`,
    `/socket.io/${query}`,
  ];
  for (const path of paths) {
    test(path, async () => {
      expect(await send(upgrade(path))).toBe('HTTP/1.1 404 Not Found');
    });
  }

  for (const path of ['/', '/console/', '/console/?EIO=4&transport=polling', '/session/', '/login']) {
    test(`GET ${path} without an upgrade`, async () => {
      expect((await fetch(`${appliance.url}${path}`)).status).toBe(404);
    });
  }

  const pages = [
    '/session/123456',
    '/session/12345678',
    '/session/1234567/',
    '/session/1234567?x',
    '/session/abcdefg',
  ];
  for (const path of pages) {
    test(`GET ${path} is no page`, async () => {
      expect((await fetch(`${appliance.url}${path}`)).status).toBe(404);
    });
  }

  test('what is no HTTP', async () => {
    expect(await send('\u0000\u0001 nonsense\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
  });
});

describe('the page of a browser', () => {
  for (const origin of ['http://evil.example', 'null', 'https://127.0.0.1', 'file://']) {
    test(`from ${origin} is refused at every door`, async () => {
      for (const path of ['/console/', '/jump-client/', '/customer/', '/session/']) {
        const answer = await send(upgrade(`${path}?EIO=4&transport=websocket`, `Origin: ${origin}\r\n`));
        expect(answer).toBe('HTTP/1.1 403 Forbidden');
      }
    });
  }
});

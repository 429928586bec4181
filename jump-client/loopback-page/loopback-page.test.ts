import { request } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { MAX_ACTION_BYTES, openLoopbackPage } from './loopback-page.ts';

const TOKEN = 't'.repeat(43);

async function aPage() {
  const act = vi.fn((words: unknown) => words === null || words === 'sense');
  const page = await openLoopbackPage({
    token: TOKEN,
    files: { '': { type: 'text/html; charset=utf-8', text: '<!doctype html>' } },
    actions: { act },
    firstMessage: { said: 'first' },
  });
  onTestFinished(() => page.close({ said: 'last' }));
  return { page, act, origin: new URL(page.url).origin };
}

/** A request with headers of one's own choice. @returns its status */
function ask(url: string, method: string, headers: Record<string, string>, words = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject).end(words);
  });
}

test('a page may load nothing of elsewhere', async () => {
  const { page } = await aPage();
  const response = await fetch(page.url);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
});

test('nothing is there without the token, for another host, or for a page of another origin', async () => {
  const { page, origin, act } = await aPage();
  const refused = [
    ask(`${origin}/`, 'GET', {}),
    ask(`${origin}/${'x'.repeat(43)}/`, 'GET', {}),
    ask(`${page.url}page.html`, 'GET', {}),
    ask(`${page.url}__proto__`, 'GET', {}),
    ask(page.url, 'GET', { host: 'evil.example' }),
    ask(`${page.url}act`, 'POST', { origin: 'http://evil.example' }),
    ask(`${page.url}act`, 'GET', { origin }),
  ];
  expect(new Set(await Promise.all(refused))).toEqual(new Set([404]));
  expect(await ask(`${page.url}act`, 'POST', {})).toBe(403);
  expect(act).not.toHaveBeenCalled();
});

test('its page acts by JSON or by nothing; what makes no sense is refused', async () => {
  const { page, origin, act } = await aPage();
  const say = (words: string) => ask(`${page.url}act`, 'POST', { origin }, words);
  expect([await say(''), await say('"sense"'), await say('"nonsense"'), await say('{')]).toEqual([
    200, 200, 422, 422,
  ]);
  expect(act.mock.calls).toEqual([[null], ['sense'], ['nonsense']]);
});

test('what is too long is not listened to', async () => {
  const { page, origin, act } = await aPage();
  const words = `"${'x'.repeat(2 * MAX_ACTION_BYTES)}"`;
  const outcome = await ask(`${page.url}act`, 'POST', { origin }, words).catch(() => 'cut off');
  expect([413, 'cut off']).toContain(outcome);
  expect(act).not.toHaveBeenCalled();
});

test('what is told comes as events: the latest at once, then each, and the last word', async () => {
  const { page } = await aPage();
  page.tell({ said: '<b>' });
  const response = await fetch(`${page.url}events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => JSON.parse((await reader?.read())?.value?.replace(/^data: /, '') ?? 'null');
  expect(await next()).toEqual({ said: '<b>' });
  page.tell({ said: 'second' });
  expect(await next()).toEqual({ said: 'second' });
  const closed = page.close({ said: 'last' });
  expect(await next()).toEqual({ said: 'last' });
  await closed;
});

import { request } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openLocalPage } from './local-page.ts';

const TOKEN = 't'.repeat(43);
const VIEW = { siteName: 'Small Site', representatives: ['<b>Anna</b>'], isConnected: true };

async function aPage() {
  const onEnd = vi.fn();
  const page = await openLocalPage({ token: TOKEN, onEnd });
  onTestFinished(() => page.close('Over.'));
  return { page, onEnd, origin: new URL(page.url).origin };
}

/** A request with headers of one's own choice. @returns its status */
function ask(url: string, method: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

test('it is served with its script and style, and may load nothing else', async () => {
  const { page } = await aPage();
  for (const [file, type] of [
    ['', 'text/html'],
    ['page-script.js', 'text/javascript'],
    ['page-style.css', 'text/css'],
  ]) {
    const response = await fetch(`${page.url}${file}`);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';/,
    );
  }
});

test('nothing is there without the token, for another host, or for a page of another origin', async () => {
  const { page, origin, onEnd } = await aPage();
  const refused = [
    ask(`${origin}/`, 'GET', {}),
    ask(`${origin}/${'x'.repeat(43)}/`, 'GET', {}),
    ask(`${page.url}page.html`, 'GET', {}),
    ask(`${page.url}__proto__`, 'GET', {}),
    ask(page.url, 'GET', { host: 'evil.example' }),
    ask(`${page.url}end`, 'POST', { origin: 'http://evil.example' }),
    ask(`${page.url}end`, 'GET', { origin }),
  ];
  expect(new Set(await Promise.all(refused))).toEqual(new Set([404]));
  expect(await ask(`${page.url}end`, 'POST', {})).toBe(403);
  expect(onEnd).not.toHaveBeenCalled();
});

test('its button ends the session', async () => {
  const { page, origin, onEnd } = await aPage();
  expect(await ask(`${page.url}end`, 'POST', { origin })).toBe(200);
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test('what is shown comes as events: the latest at once, then each change, and the last word', async () => {
  const { page } = await aPage();
  page.show(VIEW);
  const response = await fetch(`${page.url}events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => JSON.parse((await reader?.read())?.value?.replace(/^data: /, '') ?? 'null');
  expect(await next()).toEqual({ state: 'in-session', ...VIEW });
  page.show({ ...VIEW, isConnected: false });
  expect(await next()).toMatchObject({ isConnected: false });
  const closed = page.close('The representative has ended the session.');
  expect(await next()).toEqual({ state: 'ended', sentence: 'The representative has ended the session.' });
  await closed;
});

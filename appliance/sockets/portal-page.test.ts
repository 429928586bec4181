import { expect, test } from 'vitest';
import { createPortalPage } from './portal-page.ts';

const page = createPortalPage('Fell & <Side>');
const host = 'support.example:8420';

test('every key has the same page: it tells nothing of whether one is good', () => {
  const [one, other] = [page('/session/1234567', host), page('/session/7654321', host)];
  const blank = (body = '') => body.replaceAll(/1234567|7654321/g, 'KEY').replace(/<p class="key">.*/, '');
  expect(blank(one?.body)).toBe(blank(other?.body));
  expect(one?.body.replaceAll(/<.?i>/g, '')).toContain(
    '--appliance http://support.example:8420 --session-key 1234567',
  );
});

test('it runs nothing and loads nothing, and text stays text', () => {
  const { headers, body } = page('/session/1234567', host) ?? { headers: {}, body: '' };
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/);
  expect(body).not.toMatch(/<script|https?:\/\/(?!support)/);
  expect(body).toContain('Fell &amp; &lt;Side&gt;');
});

for (const strange of ['evil.example/x', '"><script>', 'a b', '', 'x'.repeat(300), 'a:123456']) {
  test(`not for a host called ${JSON.stringify(strange.slice(0, 20))}`, () => {
    expect(page('/session/1234567', strange)).toBeNull();
  });
}

import { createHash } from 'node:crypto';
import type { Page } from './listener.ts';

const PORTAL_PATH = /^\/session\/(\d{7})$/;
/** Names, addresses and ports. Whatever else a browser calls this appliance stays out of the page. */
const HOST = /^[\w.-]{1,253}(:\d{1,5})?$|^\[[\da-fA-F:]{2,45}\](:\d{1,5})?$/;

const STYLE = `
:root { color-scheme: light dark; --bg: light-dark(#f6f7f9, #15181d); --panel: light-dark(#fff, #1b1f26);
  --line: light-dark(#dfe3e8, #2b313a); --ink: light-dark(#1b2027, #e6e9ee); --ink-2: light-dark(#4b5563, #b3bbc6);
  --sunk: light-dark(#eef0f3, #12151a); }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--bg);
  color: var(--ink); font: 15px/1.5 system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif; }
main { width: 100%; max-width: 620px; padding: 32px 36px; background: var(--panel); border: 1px solid var(--line);
  border-radius: 10px; }
h1 { margin: 0 0 4px; font-size: 22px; }
p { margin: 12px 0; color: var(--ink-2); }
.site { margin: 0; font-size: 13px; }
.key { margin: 24px 0; color: var(--ink); font: 600 40px/1.1 ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
  letter-spacing: .12em; text-align: center; }
.key span { margin-right: .3em; }
pre { margin: 8px 0; padding: 12px 14px; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--sunk); border: 1px solid var(--line);
  border-radius: 6px; font: 13px/1.5 ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace; }
pre i { font-style: normal; white-space: nowrap; }
ul { margin: 12px 0 0; padding-left: 20px; color: var(--ink-2); }
@media (max-width: 480px) { body { padding: 12px; } main { padding: 20px 18px; } }
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/**
 * The page behind a session key's link: how to join with it. It says the same of every key, good or not, so that asking for
 * pages finds no key.
 */
export function createPortalPage(siteName: string): Page {
  return (path, host) => {
    const sessionKey = PORTAL_PATH.exec(path)?.[1];
    if (sessionKey === undefined || !HOST.test(host)) return null;
    return { headers: HEADERS, body: bodyOf({ siteName: escapeHtml(siteName), sessionKey, host }) };
  };
}

function bodyOf({ siteName, sessionKey, host }: { siteName: string; sessionKey: string; host: string }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Join a support session</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="site">${siteName}</p>
<h1>Join a support session</h1>
<p>Your representative gave you this session key:</p>
<p class="key"><span>${sessionKey.slice(0, 3)}</span>${sessionKey.slice(3)}</p>
<p>Start the support client on the computer that needs help:</p>
<pre>npm run support-client <i>--</i> <i>--appliance</i> http://${host} <i>--session-key</i> ${sessionKey}</pre>
<ul>
<li>A session key is good once, for twenty minutes. If it is refused, ask for a new one.</li>
<li>While the session runs you see who is connected, and can end it at any time.</li>
<li>Use a key only if you asked for help yourself.</li>
</ul>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pageHtml from './page/page.html?raw';
import pageScript from './page/page-script.js?raw';
import pageStyle from './page/page-style.css?raw';
import type { SessionView } from './support-client.ts';

/** How long browsers have to take the last word. */
const FAREWELL_MS = 1_000;
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;
const FILES: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  '': { type: 'text/html; charset=utf-8', text: pageHtml },
  'page-script.js': { type: 'text/javascript; charset=utf-8', text: pageScript },
  'page-style.css': { type: 'text/css; charset=utf-8', text: pageStyle },
};

export type LocalPage = {
  /** Where the customer opens it. Whoever does not know it gets nothing. */
  readonly url: string;
  show(view: SessionView): void;
  /** Says that the session is over, and why, and closes. */
  close(sentence: string): Promise<void>;
};
type Options = {
  /** 256 random bits in base64url. */
  token: string;
  /** The customer ends the session. */
  onEnd: () => void;
};

/** The customer's page: on this computer alone, at an address that cannot be guessed, for this session only. */
export async function openLocalPage({ token, onEnd }: Options): Promise<LocalPage> {
  const listeners = new Set<ServerResponse>();
  let latest: object = { state: 'joining' };
  const tell = (message: object) => {
    latest = message;
    for (const response of listeners) response.write(eventOf(message));
  };
  let origin = '';

  const server = createServer((request, response) => {
    const path = `/${token}/`;
    if (!isOwn(request, origin) || !request.url?.startsWith(path)) return answer(response, 404, 'Not found');
    const rest = request.url.slice(path.length);
    if (request.method === 'GET' && rest === 'events') return listen(response);
    if (request.method === 'POST' && rest === 'end') {
      // A page of another origin must not end a session, even one that has found the address.
      if (request.headers.origin !== origin) return answer(response, 403, 'Forbidden');
      answer(response, 200, 'ended');
      return onEnd();
    }
    const file = request.method === 'GET' && Object.hasOwn(FILES, rest) ? FILES[rest] : undefined;
    if (file === undefined) return answer(response, 404, 'Not found');
    response.writeHead(200, { ...HEADERS, 'content-type': file.type }).end(file.text);
  });
  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' }).write(eventOf(latest));
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/${token}/`,
    show: (view) => tell({ state: 'in-session', ...view }),
    close(sentence) {
      tell({ state: 'ended', sentence });
      for (const response of listeners) response.end();
      return closed(server);
    },
  };
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Whether a request is meant for this page: a name that leads here by a trick of DNS is none of ours. */
function isOwn({ headers }: IncomingMessage, origin: string): boolean {
  if (headers.host !== new URL(origin).host) return false;
  return headers.origin === undefined || headers.origin === origin;
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain' }).end(`${text}\n`);
}

function eventOf(message: object): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}

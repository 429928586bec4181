import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long browsers have to take the last word. */
const FAREWELL_MS = 1_000;
/** What a page says at once. */
export const MAX_ACTION_BYTES = 64 * 1024;
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

export type LoopbackPage = {
  /** Where the person opens it. Whoever does not know it gets nothing. */
  readonly url: string;
  /** Tells every open page; one that is opened later is told the latest. */
  tell(message: object): void;
  /** Tells the last word, and closes. */
  close(lastWord: object): Promise<void>;
};
/** Does what a page asks. @returns whether its words made sense */
export type PageAction = (words: unknown) => boolean;
type Options = {
  /** 256 random bits in base64url. */
  token: string;
  /** The page's files by their names; '' is the page itself. */
  files: Readonly<Record<string, { readonly type: string; readonly text: string }>>;
  /** What a POST of JSON (or of nothing) to a name does. */
  actions: Readonly<Record<string, PageAction>>;
  /** What a page is told that is opened before anything was said. */
  firstMessage: object;
};

/** A page on this computer alone, at an address that cannot be guessed, for as long as the program runs. */
export async function openLoopbackPage(options: Options): Promise<LoopbackPage> {
  const { token, files, actions } = options;
  const listeners = new Set<ServerResponse>();
  let latest = options.firstMessage;
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
    const action = request.method === 'POST' && Object.hasOwn(actions, rest) ? actions[rest] : undefined;
    if (action !== undefined) {
      // A page of another origin must not act here, even one that has found the address.
      if (request.headers.origin !== origin) return answer(response, 403, 'Forbidden');
      return act(request, response, action);
    }
    const file = request.method === 'GET' && Object.hasOwn(files, rest) ? files[rest] : undefined;
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
    tell,
    close(lastWord) {
      tell(lastWord);
      for (const response of listeners) response.end();
      return closed(server);
    },
  };
}

function act(request: IncomingMessage, response: ServerResponse, action: PageAction): void {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (more: string) => {
    text += more;
    if (text.length <= MAX_ACTION_BYTES) return;
    answer(response, 413, 'Too long');
    request.destroy();
  });
  request.on('end', () => {
    const words = parseWords(text);
    const understood = words !== undefined && action(words);
    answer(response, understood ? 200 : 422, understood ? 'done' : 'Not understood');
  });
}

/** Null: nothing was said; undefined: no JSON. */
function parseWords(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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

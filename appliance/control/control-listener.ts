import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { ControlRefusal } from './control-refusal.ts';
import type { Route } from './route.ts';

const MAX_BODY_BYTES = 64 * 1024 * 1024;
const LOOPBACK = '127.0.0.1';

type Options = { readonly routes: readonly Route[]; readonly token: string; readonly log: Logger };

/** QA's interface: HTTP on a loopback port of its own, for whoever holds its token. */
export async function openControl({ routes, token, log }: Options) {
  const listener = createServer((request, response) => {
    answerRequest(request, routes, token).then(
      (value) => reply(response, request.method === 'POST' ? 201 : 200, value),
      (error: unknown) => {
        if (error instanceof ControlRefusal) {
          const { status, message, field } = error;
          return reply(response, status, { error: message, ...(field !== undefined && { field }) });
        }
        log.error({ err: error }, 'a control request failed');
        reply(response, 500, { error: 'failed; see the log' });
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(0, LOOPBACK, resolve);
  });
  const { port } = listener.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        listener.close(() => resolve());
        listener.closeAllConnections();
      }),
  };
}

async function answerRequest(request: IncomingMessage, routes: readonly Route[], token: string) {
  if (request.headers.origin !== undefined || !isAuthorized(request, token)) {
    throw new ControlRefusal(401, 'the token is missing or wrong');
  }
  const found = findRoute(routes, request.method ?? '', request.url ?? '');
  if (found === null) throw new ControlRefusal(404, 'there is no such route');
  const body =
    found.route.method === 'GET' || found.route.method === 'DELETE' ? null : await readJson(request);
  return found.route.answer({ id: found.id, body });
}

function isAuthorized(request: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}

function findRoute(routes: readonly Route[], method: string, url: string) {
  const words = url.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    if (route.method !== method || pattern.length !== words.length) continue;
    if (!pattern.every((word, index) => (word === ':id' ? words[index] !== '' : word === words[index])))
      continue;
    const id = words[pattern.indexOf(':id')] ?? '';
    return { route, id: /^[\w.-]+$/.test(id) ? id : '' };
  }
  return null;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.byteLength;
    if (bytes > MAX_BODY_BYTES) throw new ControlRefusal(413, 'the body is too large');
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new ControlRefusal(400, 'the body is not JSON');
    throw error;
  }
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Server as EngineServer } from 'engine.io';
import type { Logger } from 'pino';

type Door = { readonly engine: EngineServer };
/** What a `GET` is answered with. @param host as the browser wrote it, or our own */
export type Page = (
  path: string,
  host: string,
) => { readonly headers: Readonly<Record<string, string>>; readonly body: string } | null;
type Options = {
  readonly address: string;
  readonly port: number;
  /** The doors by their exact path. Beside them and the one page there is nothing. */
  readonly doors: Readonly<Record<string, Door>>;
  /** Answers the one thing that a browser may ask for; null: not this. */
  readonly page: Page;
  readonly log: Logger;
};

/** The appliance's one port. Rejects when it is taken. */
export async function listen({ address, port, doors, page, log }: Options) {
  const routes = new Map(Object.entries(doors));
  let ownOrigin = '';
  const listener = createServer((request, response) => {
    const { method, url = '', headers } = request;
    const host = headers.host ?? new URL(ownOrigin).host;
    const found = method === 'GET' || method === 'HEAD' ? page(url, host) : null;
    if (found === null) response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    else response.writeHead(200, found.headers).end(found.body);
  });

  listener.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', (error) => log.debug({ err: error }, 'a socket broke'));
    const door = routes.get(pathOf(request));
    const { origin } = request.headers;
    if (door === undefined) return refuseUpgrade(socket, '404 Not Found');
    if (origin !== undefined && origin !== ownOrigin) {
      log.warn({ origin }, 'a web page was refused');
      return refuseUpgrade(socket, '403 Forbidden');
    }
    door.engine.handleUpgrade(request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(port, address, resolve);
  });
  ownOrigin = `http://${authority(listener.address() as AddressInfo)}`;
  return {
    url: ownOrigin,
    close: () =>
      new Promise<void>((resolve) => {
        listener.close(() => resolve());
        listener.closeAllConnections();
      }),
  };
}

/** The path as it was sent, without the query; one trailing slash is Socket.IO's own. */
function pathOf(request: IncomingMessage): string {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function authority({ address, family, port }: AddressInfo): string {
  return family === 'IPv6' ? `[${address}]:${port}` : `${address}:${port}`;
}

// The floor's server: rows in pages over Socket.IO. No sign-in, no rights, no tree.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Server, type Socket } from 'socket.io';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { benchItems } from '../bench-items.ts';
import { type FloorAnnouncement, type FloorEvents, GATHERING_MS, PAGE_ITEMS } from './floor-protocol.ts';

const { values } = parseArgs({
  options: { items: { type: 'string', default: '1000' }, seed: { type: 'string', default: '7' } },
});
const items = [...benchItems(Number(values.items), Number(values.seed))];
const indexById = new Map(items.map(({ id }, index) => [String(id), index]));

/** Yields between pages, so that the first one leaves before the last one is written. */
async function sendAll(socket: Socket<Record<string, never>, FloorEvents>): Promise<void> {
  for (let start = 0; start < items.length; start += PAGE_ITEMS) {
    const page: readonly JumpItem[] = items.slice(start, start + PAGE_ITEMS);
    socket.emit('page', { items: page, last: start + PAGE_ITEMS >= items.length });
    await nextTurn();
  }
}

/** Rows that changed since the last message, by id: several changes of one are one. */
let changed = new Map<string, JumpItem>();

function sendChanges(): void {
  const upserted = [...changed.values()];
  changed = new Map();
  sockets.emit('changes', { upserted });
}

/** `PATCH /jump-items/ID` with what is to change. */
async function change(request: IncomingMessage): Promise<number> {
  const id = request.url?.split('/').at(-1) ?? '';
  const index = indexById.get(id);
  const before = index === undefined ? undefined : items[index];
  if (index === undefined || before === undefined) return 404;
  const after = { ...before, ...((await json(request)) as Partial<JumpItem>) } as JumpItem;
  items[index] = after;
  if (changed.size === 0) setTimeout(sendChanges, GATHERING_MS);
  changed.set(id, after);
  return 200;
}

const http = createServer((request, response) => {
  change(request).then(
    (status) => response.writeHead(status).end(),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
const sockets = new Server<Record<string, never>, FloorEvents>(http, {
  cors: { origin: '*' },
  serveClient: false,
  transports: ['websocket'],
});
sockets.on('connection', (socket) => {
  sendAll(socket).catch((error: unknown) => {
    process.stderr.write(`${error}\n`);
    socket.disconnect();
  });
});

http.listen(0, '127.0.0.1', () => {
  const { port } = http.address() as AddressInfo;
  const announcement: FloorAnnouncement = { url: `http://127.0.0.1:${port}` };
  process.stdout.write(`${JSON.stringify(announcement)}\n`);
});

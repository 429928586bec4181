// The floor's server: rows in pages over Socket.IO. No sign-in, no rights, no tree.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Server, type Socket } from 'socket.io';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { benchItems } from '../bench-items.ts';
import {
  type FloorAnnouncement,
  type FloorAnswer,
  type FloorChange,
  type FloorEvents,
  type FloorPlay,
  type FloorRequest,
  GATHERING_MS,
  PAGE_ITEMS,
} from './floor-protocol.ts';

const { values } = parseArgs({
  options: { items: { type: 'string', default: '1000' }, seed: { type: 'string', default: '7' } },
});
const made = benchItems(Number(values.items), Number(values.seed));
const items = [...made];
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

function change(index: number, edit: Partial<JumpItem>): void {
  const after = { ...items[index], ...edit } as JumpItem;
  items[index] = after;
  if (changed.size === 0) setTimeout(sendChanges, GATHERING_MS);
  changed.set(after.id, after);
}

/** The next item is so many further in the list: changes fall everywhere in it. */
const STRIDE = 7_919;

/** Changes one item after the other, evenly over the time. */
async function play({ changesPerSecond, seconds, ids }: FloorPlay): Promise<void> {
  const indexes = ids?.map(indexOf) ?? items.map((_, index) => index);
  const startedAt = performance.now();
  const total = changesPerSecond * seconds;
  for (let done = 0; done < total; ) {
    await pause(GATHERING_MS);
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1_000) * changesPerSecond));
    for (; done < due; done += 1) {
      change(indexes[(done * STRIDE) % indexes.length] as number, { comments: `Change ${done + 1}` });
    }
  }
}

function indexOf(id: string): number {
  const index = indexById.get(id);
  if (index === undefined) throw new Error(`There is no item ${id}.`);
  return index;
}

async function answer(request: IncomingMessage): Promise<FloorAnswer> {
  const what: unknown = await json(request);
  switch (request.url?.slice(1) as FloorRequest) {
    case 'play':
      await play(what as FloorPlay);
      break;
    case 'restore':
      for (const [index, item] of made.entries()) items[index] = item;
      break;
    case 'change': {
      const { id, comments } = what as FloorChange;
      change(indexOf(id), { comments });
    }
  }
  return { committedAt: performance.timeOrigin + performance.now() };
}

const http = createServer((request, response) => {
  answer(request).then(
    (answered) => response.end(JSON.stringify(answered)),
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

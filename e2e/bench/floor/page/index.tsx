import { createRoot } from 'react-dom/client';
import { io, type Socket } from 'socket.io-client';
import type { FloorEvents } from '../floor-protocol.ts';
import { FloorList } from './floor-list.ts';
import { FloorTable } from './floor-table.tsx';

const query = new URLSearchParams(location.search);
const slowMs = Number(query.get('slow'));
const list = new FloorList();
const root = createRoot(document.querySelector('#root') as Element);

/** Only when asked for: keeps the page busy, so that a person can check that the probes see it. */
function slowDown(): void {
  const end = performance.now() + slowMs;
  while (performance.now() < end);
}

function show(): void {
  if (slowMs > 0) slowDown();
  root.render(
    <FloorTable
      rows={list.shown}
      onSearch={(input) => {
        list.search(input);
        show();
      }}
      onSort={(sorting) => {
        list.sort(sorting);
        show();
      }}
    />,
  );
}

const socket: Socket<FloorEvents> = io(query.get('server') ?? '', { transports: ['websocket'] });
socket.on('page', ({ items, last }) => {
  list.append(items);
  if (last) list.sortAgain();
  show();
});
socket.on('changes', ({ upserted }) => {
  list.replace(upserted);
  show();
});
show();

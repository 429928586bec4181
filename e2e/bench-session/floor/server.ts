// The barest of the same: a file over one TCP connection, and a terminal over Socket.IO. Says its ports in one line.
import { createReadStream, createWriteStream } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Server } from 'socket.io';
import { loadPty } from '../../../jump-client/session/pty.ts';

const [source = '', target = ''] = process.argv.slice(2);

const copies = createServer({ allowHalfOpen: true }, (socket) => {
  socket.once('data', (order: Buffer) => {
    const work =
      order.toString() === 'get'
        ? pipeline(createReadStream(source), socket)
        : pipeline(socket, createWriteStream(target)).then(() => void socket.end());
    if (order.toString() === 'put') socket.write('!');
    work.catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  });
});

const spawn = await loadPty();
const http = createHttpServer();
new Server(http, { transports: ['websocket'] }).on('connection', (socket) => {
  const pty = spawn({
    program: socket.handshake.query.program === 'yes' ? '/usr/bin/yes' : '/bin/cat',
    words: [],
    folder: '/',
    env: {},
    columns: 80,
    rows: 24,
    onData: (bytes) => socket.emit('data', bytes),
    onExit: () => socket.disconnect(),
  });
  socket.on('data', (bytes: Uint8Array) => pty.write(bytes));
  socket.on('disconnect', () => process.kill(pty.processId));
});

copies.listen(0, '127.0.0.1', () =>
  http.listen(0, '127.0.0.1', () => {
    const ports = [copies, http].map((server) => (server.address() as AddressInfo).port);
    process.stdout.write(`${JSON.stringify({ copies: ports[0], terminal: ports[1] })}\n`);
  }),
);

import { createReadStream, createWriteStream } from 'node:fs';
import { connect } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { type RunningProgram, runProgram } from '../fixtures/running-program.ts';

const Ports = z.object({ copies: z.number(), terminal: z.number() });

/** A program that does the barest of the same. */
export type Floor = {
  readonly program: RunningProgram;
  /** Copies a file there or back over one TCP connection. */
  copy(way: 'get' | 'put', file: string): Promise<void>;
  openTerminal(): Promise<{ type(bytes: Uint8Array): void; onData(listen: () => void): void; close(): void }>;
  /** A terminal that prints without end, until it is closed. */
  openFlood(): Promise<{ close(): void }>;
};

/** @param files what it sends, and what it writes */
export async function startFloor(files: { source: string; target: string }): Promise<Floor> {
  const program = runProgram('The floor', ['out/bench-session-floor/index.js', files.source, files.target]);
  const ports = await program.line((line) =>
    line.startsWith('{') ? (Ports.safeParse(JSON.parse(line)).data ?? null) : null,
  );
  return {
    program,
    async copy(way, file) {
      const socket = connect({ port: ports.copies, host: '127.0.0.1', allowHalfOpen: true });
      socket.write(way);
      if (way === 'get') return await pipeline(socket, createWriteStream(file));
      await new Promise((resolve) => socket.once('data', resolve));
      const ended = new Promise((resolve) => socket.once('end', resolve));
      await pipeline(createReadStream(file), socket, { end: true });
      socket.resume();
      await ended;
    },
    async openTerminal() {
      const socket = await connected(ports.terminal, 'cat');
      return {
        type: (bytes) => void socket.emit('data', bytes),
        onData: (listen) => void socket.on('data', listen),
        close: () => void socket.close(),
      };
    },
    async openFlood() {
      const socket = await connected(ports.terminal, 'yes');
      return { close: () => void socket.close() };
    },
  };
}

async function connected(port: number, program: 'cat' | 'yes'): Promise<Socket> {
  const url = `http://127.0.0.1:${port}`;
  const socket = io(url, { transports: ['websocket'], forceNew: true, query: { program } });
  await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
  return socket;
}

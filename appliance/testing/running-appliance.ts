import { Socket as EngineSocket } from 'engine.io-client';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import { CONSOLE_PATH, CONSOLE_PROTOCOL, type StreamMessage } from '#app/contracts/appliance-protocol.ts';
import { JUMP_CLIENT_PATH, JUMP_CLIENT_PROTOCOL } from '#app/contracts/jump-client-protocol.ts';
import { type RunningAppliance, startAppliance } from '../appliance.ts';
import { SMALL_FLEET } from './core-fixture.ts';
import { Fleet } from './fleet.ts';

/** An appliance on real sockets within the test's own process; `close` ends it and every socket made here. */
export async function startForTest(
  fleet: z.input<typeof Fleet> = SMALL_FLEET,
  { auditLog = null }: { auditLog?: string | null } = {},
) {
  const log = pino({ enabled: false });
  const appliance = await startAppliance({
    fleet: Fleet.parse(fleet),
    port: 0,
    address: '127.0.0.1',
    control: true,
    auditLog,
    log,
  });
  const { announcement } = appliance;
  const closers: (() => void)[] = [];
  const socketIo = (path: string, auth: object): Socket => {
    const options = { path, auth, transports: ['websocket'], reconnection: false, forceNew: true };
    const socket = io(announcement.url, options);
    closers.push(() => socket.disconnect());
    return socket;
  };
  return {
    ...appliance,
    url: announcement.url,
    socketIo,
    /** A console's socket; without a token, that of the account. */
    console(username: string, token = tokenOf(appliance, username)): Socket {
      return socketIo(CONSOLE_PATH, { protocol: CONSOLE_PROTOCOL, token });
    },
    jumpClient(secret: string, installerKey = announcement.installerKeys[0]?.key): Socket {
      const handshake = {
        kind: 'register',
        protocol: JUMP_CLIENT_PROTOCOL,
        installerKey,
        secret,
        hostname: 'box',
      };
      return socketIo(JUMP_CLIENT_PATH, handshake);
    },
    /** A socket below Socket.IO: says what it is told, letter for letter. */
    raw(path: string, extraHeaders: Record<string, string> = {}): EngineSocket {
      const socket = new EngineSocket(announcement.url, { path, transports: ['websocket'], extraHeaders });
      socket.binaryType = 'arraybuffer';
      closers.push(() => socket.close());
      return socket;
    },
    async close(): Promise<void> {
      for (const close of closers) close();
      await appliance.close();
    },
  };
}
export type TestAppliance = Awaited<ReturnType<typeof startForTest>>;

function tokenOf({ announcement }: RunningAppliance, username: string): string {
  return announcement.accounts.find((account) => account.username === username)?.token ?? '';
}

type Listening = {
  once(name: string, listener: (...words: never[]) => void): unknown;
};

/** The next event of that name: its first word. */
export function next<T>(socket: Listening, name: string): Promise<T> {
  return new Promise((resolve) => {
    socket.once(name, ((word: T) => resolve(word)) as (...words: never[]) => void);
  });
}

/** Watches and acknowledges until the snapshot is there. @returns all messages, which keep coming */
export async function watchAll(socket: Socket): Promise<StreamMessage[]> {
  const messages: StreamMessage[] = [];
  const complete = new Promise<void>((resolve) => {
    socket.on('stream:sent', (message: StreamMessage) => {
      messages.push(message);
      socket.emit('stream:acknowledged', { streamId: message.streamId, seq: message.seq });
      if (message.snapshot?.last) resolve();
    });
  });
  await socket.emitWithAck('watch:start', { resume: null });
  await complete;
  return messages;
}

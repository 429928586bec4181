import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { z } from 'zod';
import { CONSOLE_PATH, CONSOLE_PROTOCOL, type ConsoleHandshake } from '#app/contracts/appliance-protocol.ts';
import { seenItem } from '#app/contracts/jump-item-commands.ts';
import { type SessionHello, SessionNotice } from '#app/contracts/session-link.ts';
import { createSessionEndpoint, type SessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import { openSessionSocket } from '../../jump-client/session/session-socket.ts';
import type { RunningAppliance } from '../fixtures/running-appliance.ts';

const Jumped = z.object({ ok: z.literal(true), value: z.object({ sessionId: z.string() }) });
const Joined = z.object({ ok: z.literal(true), value: z.object({ sessionToken: z.string() }) });

/** The console's half of a support session, without its window: the same endpoint, a socket of its own. */
export type BenchSession = { readonly endpoint: SessionEndpoint; close(): void };

/** Signs in, jumps to the computer and waits until both have greeted. */
export async function openBenchSession(
  appliance: RunningAppliance,
  jumpItemId: string,
  username?: string,
  receive = (endpoint: SessionEndpoint, frame: Uint8Array): void => endpoint.receive(frame),
): Promise<BenchSession> {
  const auth: ConsoleHandshake = { protocol: CONSOLE_PROTOCOL, token: appliance.token(username) };
  const control = io(appliance.url, { path: CONSOLE_PATH, transports: ['websocket'], auth });
  await new Promise<void>((resolve, reject) => {
    control.on('connect', () => resolve());
    control.on('connect_error', reject);
  });
  const item = (await appliance.jumpItems()).find(({ id }) => id === jumpItemId);
  if (item === undefined) throw new Error('The computer is not in the list.');
  const jump = { opId: randomUUID(), repeated: false, ...seenItem(item) };
  const { sessionId } = Jumped.parse(await control.emitWithAck('jump-item:jump', jump)).value;
  const joined = Joined.parse(await control.emitWithAck('support-session:join', { sessionId }));
  const socket = openSessionSocket(appliance.url);
  const endpoint = createSessionEndpoint({
    side: 'representative',
    sendFrame: (frame) => socket.send(frame),
    hasRoom: () => socket.hasRoom,
    onChannelOpened: () => undefined,
  });
  const hello: SessionHello = { token: joined.value.sessionToken };
  await new Promise<void>((resolve, reject) => {
    socket.listen({
      opened: () => socket.send(JSON.stringify(hello)),
      closed: (reason) => reject(new Error(`The session's socket was closed: ${reason}`)),
      drained: () => endpoint.roomAgain(),
      bytes(frame) {
        receive(endpoint, frame);
        resolve();
      },
      text(text) {
        const notice = SessionNotice.parse(JSON.parse(text));
        if (notice.type === 'peer') endpoint.peerPresent(notice.present);
      },
    });
  });
  return {
    endpoint,
    close() {
      endpoint.closeAll({ reason: 'lost' });
      socket.close();
      control.close();
    },
  };
}

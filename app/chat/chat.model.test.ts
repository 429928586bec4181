import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChatNews } from '../contracts/chat.ts';
import { createSessionEndpoint, type SessionEndpoint } from '../session-channel/session-endpoint.ts';
import { type ChatLog, createChatLog, type KeptChat } from './chat-log.ts';
import { createChatRoom } from './chat-room.ts';
import { createJsonLines, encodeJsonLine } from './json-lines.ts';
import { serveChat } from './serve-chat.ts';

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A room whose people are told at once. */
function aRoom() {
  return createChatRoom({
    now: () => 1_000,
    after: (milliseconds, run) => {
      if (milliseconds < 100) run();
      return () => undefined;
    },
  });
}

/** A console and its link with the computer, whose frames arrive only when told and are lost when it is cut. */
function aConsole(room: ReturnType<typeof createChatRoom>, name: string, newId: () => string) {
  let queue: { to: 'computer' | 'representative'; frame: Uint8Array }[] = [];
  let firstChannel = 1;
  let kept: KeptChat | undefined;
  const computer = createSessionEndpoint({
    side: 'computer',
    sendFrame: (frame) => queue.push({ to: 'representative', frame }),
    onChannelOpened: (channel) => serveChat(channel, room, { id: name, name }),
  });
  let endpoint: SessionEndpoint;
  let log: ChatLog;

  function load(): void {
    endpoint = createSessionEndpoint({
      side: 'representative',
      firstChannel,
      sendFrame: (frame) => queue.push({ to: 'computer', frame }),
      // What an earlier window left behind: its bytes are of no use without their beginning.
      onChannelOpened: (channel) => channel.close({ reason: 'closed' }),
    });
    firstChannel += 1_000;
    log = createChatLog({
      say: (words) => channel.send(encodeJsonLine(words)),
      newId,
      now: () => 5_000,
      ...(kept !== undefined && { kept }),
      onChange: () => {
        const { waiting, readSeq } = log.state();
        kept = { waiting, readSeq };
      },
    });
    const channel = endpoint.open({ service: 'chat' });
    const lines = createJsonLines(1_000_000);
    channel.listener = {
      data(bytes) {
        channel.consumed(bytes.length);
        for (const value of lines(bytes)) log.receive(ChatNews.parse(value));
        log.acknowledge();
      },
      closed: () => log.lost(),
    };
  }

  load();
  return {
    name,
    get log() {
      return log;
    },
    write: (text: string) => log.write(text),
    deliver(count: number) {
      for (let done = 0; done < count; done += 1) {
        const next = queue.shift();
        if (next === undefined) return;
        (next.to === 'computer' ? computer : endpoint).receive(next.frame);
      }
    },
    cut() {
      endpoint.peerPresent(false);
      computer.peerPresent(false);
      queue = [];
    },
    join() {
      endpoint.peerPresent(true);
      computer.peerPresent(true);
    },
    /** The window is loaded again: of what it had, only what is kept is left. */
    reload() {
      this.cut();
      load();
    },
  };
}

const Who = fc.integer({ min: 0, max: 2 });
const Step = fc.oneof(
  fc.record({ do: fc.constant('write' as const), who: Who, count: fc.constant(1) }),
  fc.record({ do: fc.constant('deliver' as const), who: Who, count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('cut' as const), who: Who, count: fc.constant(0) }),
  fc.record({ do: fc.constant('join' as const), who: Who, count: fc.constant(0) }),
  fc.record({ do: fc.constant('reload' as const), who: Who, count: fc.constant(0) }),
);

test('whatever is cut or loaded again, every message is in every chat once, in one order', () => {
  fc.assert(
    fc.property(fc.array(Step, { maxLength: 80 }), (steps) => {
      let ids = 0;
      const newId = () => uuid(++ids);
      const room = aRoom();
      const [anna, ben] = [aConsole(room, 'Anna', newId), aConsole(room, 'Ben', newId)];
      const customer: ChatLog = createChatLog({
        say: (words) => seat.say(words),
        newId,
        now: () => 1_000,
        onChange: () => undefined,
      });
      const early: ChatNews[] = [];
      let isIn = false;
      const seat = room.enter({ id: ':customer', name: 'Erika' }, (news) =>
        isIn ? customer.receive(news) : early.push(news),
      );
      isIn = true;
      for (const news of early) customer.receive(news);
      const written: string[] = [];

      for (const [index, { do: what, who, count }] of steps.entries()) {
        const one = [anna, ben][who];
        if (what === 'write') {
          const text = `${who} ${index}`;
          written.push(text);
          if (one === undefined) customer.write(text);
          else one.write(text);
        } else if (what === 'deliver') one?.deliver(count);
        else if (what === 'cut') one?.cut();
        else if (what === 'reload') one?.reload();
        else one?.join();
      }
      for (const one of [anna, ben]) {
        one.cut();
        one.join();
        one.deliver(Number.POSITIVE_INFINITY);
      }
      anna.deliver(Number.POSITIVE_INFINITY);

      const told = customer.state().messages.map(({ text }) => text);
      expect(told.toSorted()).toEqual(written.toSorted());
      for (const one of [anna, ben]) {
        expect(one.log.state().messages.map(({ text }) => text)).toEqual(told);
        expect(one.log.state().waiting).toEqual([]);
        const own = told.filter((text) => text.startsWith(one === anna ? '0' : '1'));
        expect(own).toEqual(written.filter((text) => own.includes(text)));
      }
    }),
    { numRuns: 300 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SessionService } from '../contracts/session-services.ts';
import { decodeFrame, encodeFrame, MalformedFrame } from './frame.ts';
import { BULK_CREDIT_BYTES, CREDIT_BYTES } from './outgoing-bytes.ts';
import type { SessionChannel } from './session-channel.ts';
import { createSessionEndpoint, type SessionEndpoint } from './session-endpoint.ts';

const SHELL = { service: 'command-shell', columns: 80, rows: 24 } as const;

/** Two endpoints and the link between them, whose frames arrive only when told and are lost when it is cut. */
function aLink() {
  let queue: { to: 'representative' | 'computer'; frame: Uint8Array }[] = [];
  const computerGot: number[] = [];
  const consoleGot: number[] = [];
  const closedOnConsole: string[] = [];
  let onComputer: SessionChannel | undefined;
  let onConsole: SessionChannel | undefined;
  const computer = createSessionEndpoint({
    side: 'computer',
    sendFrame: (frame) => queue.push({ to: 'representative', frame }),
    onChannelOpened: (channel) => {
      onComputer = channel;
      channel.listener = {
        data: (bytes) => {
          computerGot.push(...bytes);
          channel.consumed(bytes.length);
        },
      };
    },
  });
  function listen(channel: SessionChannel): void {
    onConsole = channel;
    channel.listener = {
      data: (bytes) => {
        consoleGot.push(...bytes);
        channel.consumed(bytes.length);
      },
      closed: (closed) => closedOnConsole.push(closed.reason),
    };
  }
  const aConsole = (firstChannel: number) =>
    createSessionEndpoint({
      side: 'representative',
      firstChannel,
      sendFrame: (frame) => queue.push({ to: 'computer', frame }),
      onChannelOpened: listen,
    });
  let representative: SessionEndpoint = aConsole(1);
  return {
    computerGot,
    consoleGot,
    closedOnConsole,
    get onComputer() {
      return onComputer;
    },
    get onConsole() {
      return onConsole;
    },
    get queued() {
      return queue.length;
    },
    open(service: SessionService = SHELL) {
      listen(representative.open(service));
    },
    deliver(count = Number.POSITIVE_INFINITY) {
      for (let done = 0; done < count; done += 1) {
        const next = queue.shift();
        if (next === undefined) return;
        (next.to === 'computer' ? computer : representative).receive(next.frame);
      }
    },
    join() {
      representative.peerPresent(true);
      computer.peerPresent(true);
    },
    cut() {
      representative.peerPresent(false);
      computer.peerPresent(false);
      queue = [];
    },
    restartConsole() {
      representative = aConsole(1_000);
      consoleGot.length = 0;
    },
  };
}

test('a link that is cut at any moment loses, repeats and reorders no byte', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('type' as const), length: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ do: fc.constant('print' as const), length: fc.integer({ min: 1, max: 30_000 }) }),
    fc.record({ do: fc.constant('deliver' as const), length: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ do: fc.constant('cut' as const), length: fc.constant(0) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const link = aLink();
      let [typed, printed] = [0, 0];
      const numbered = (from: number, length: number) =>
        Uint8Array.from({ length }, (_, i) => (from + i) % 251);
      link.open();
      link.join();
      for (const { do: what, length } of steps) {
        if (what === 'deliver') link.deliver(length);
        else if (what === 'cut') {
          link.cut();
          link.join();
        } else if (what === 'type') {
          link.onConsole?.send(numbered(typed, length));
          typed += length;
        } else if (link.onComputer !== undefined) {
          link.onComputer.send(numbered(printed, length));
          printed += length;
        }
      }
      link.deliver();
      expect(Uint8Array.from(link.computerGot)).toEqual(numbered(0, typed));
      expect(Uint8Array.from(link.consoleGot)).toEqual(numbered(0, printed));
    }),
    { numRuns: 150 },
  );
});

test('a sender stops when its credit is spent and goes on when the receiver has used what came', () => {
  const link = aLink();
  link.open();
  link.join();
  link.deliver();
  const channel = link.onComputer;
  if (channel === undefined) throw new Error('the computer saw no channel');
  let drained = 0;
  channel.listener = { ...channel.listener, drained: () => (drained += 1) };
  expect(channel.send(new Uint8Array(CREDIT_BYTES - 1))).toBe(true);
  expect(channel.send(new Uint8Array(CREDIT_BYTES))).toBe(false);
  const framesOfCredit = link.queued;
  expect(framesOfCredit * 65_536).toBeLessThanOrEqual(CREDIT_BYTES + 2 * 65_536);
  link.deliver();
  expect(drained).toBe(1);
  expect(link.consoleGot).toHaveLength(2 * CREDIT_BYTES - 1);
});

test('a sender whose credit was lost with the link goes on when the link is back', () => {
  const bulk = { service: 'file-transfer', use: 'transfer' } as const;
  const total = 4 * BULK_CREDIT_BYTES;
  fc.assert(
    fc.property(
      fc.constantFrom(SHELL, bulk),
      fc.integer({ min: 1_000, max: 200_000 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
      (service, pieceLength, framesUntilCuts) => {
        const link = aLink();
        link.join();
        link.open(service);
        link.deliver();
        const [sender, receiver] = [link.onComputer, link.onConsole];
        if (sender === undefined || receiver === undefined) throw new Error('There is no channel.');
        let got = 0;
        receiver.listener = {
          data(bytes) {
            got += bytes.length;
            receiver.consumed(bytes.length);
          },
        };
        let given = 0;
        const give = () => {
          for (let takes = true; takes && given < total; given += pieceLength)
            takes = sender.send(new Uint8Array(pieceLength));
        };
        sender.listener = { data: () => undefined, drained: give };
        give();
        for (const frames of framesUntilCuts) {
          link.deliver(frames);
          link.cut();
          link.join();
        }
        link.deliver();
        expect(got).toBe(given);
        expect(given).toBeGreaterThanOrEqual(total);
      },
    ),
    { numRuns: 60 },
  );
});

test('a shell that prints faster than it is read fills frames; the first and the last byte wait for nobody', () => {
  const link = aLink();
  link.open();
  link.join();
  link.deliver();
  const { onComputer } = link;
  if (onComputer === undefined) throw new Error('the computer saw no channel');
  onComputer.send(new Uint8Array(1));
  expect(link.queued).toBe(1);
  for (let count = 0; count < 60; count += 1) onComputer.send(new Uint8Array(4_095));
  expect(link.queued).toBeLessThan(22); // 64 KiB in small ones, then in large ones
  onComputer.close({ reason: 'exited', exitCode: 0 });
  link.deliver();
  expect(link.consoleGot).toHaveLength(1 + 60 * 4_095);
  expect(link.closedOnConsole).toEqual(['exited']);
});

test('where the socket is full, a key goes before what a file and a flood have waiting', () => {
  const sent: ReturnType<typeof decodeFrame>[] = [];
  let hasRoom = true;
  const console = createSessionEndpoint({
    side: 'representative',
    sendFrame: (frame) => void sent.push(decodeFrame(frame)),
    hasRoom: () => hasRoom,
    onChannelOpened: () => undefined,
  });
  console.peerPresent(true);
  console.receive(encodeFrame({ kind: 'hello', channel: 0, hello: { fresh: true, channels: [] } }));
  const file = console.open({ service: 'file-transfer', use: 'transfer' });
  const [flood, shell] = [console.open(SHELL), console.open(SHELL)];
  hasRoom = false;
  file.send(new Uint8Array(BULK_CREDIT_BYTES));
  flood.send(new Uint8Array(CREDIT_BYTES));
  shell.send(Uint8Array.of(120));
  shell.close({ reason: 'closed' });
  expect(sent.filter(({ kind }) => kind === 'data')).toEqual([]);
  hasRoom = true;
  console.roomAgain();
  const order = sent.filter(({ kind }) => kind === 'data').map(({ channel }) => channel);
  expect(order.indexOf(shell.number)).toBeLessThanOrEqual(1);
  expect(order.lastIndexOf(flood.number)).toBeLessThan(order.lastIndexOf(file.number));
  expect(sent.filter(({ kind }) => kind === 'close')).toHaveLength(1);
});

test('a console that comes anew finds the running channel and what was printed last', () => {
  const link = aLink();
  link.open();
  link.join();
  link.deliver();
  link.onConsole?.send(Uint8Array.of(1, 2, 3));
  link.onComputer?.send(Uint8Array.of(7, 8, 9));
  link.deliver();
  link.cut();
  link.restartConsole();
  link.join();
  link.deliver();
  expect(link.consoleGot).toEqual([7, 8, 9]);
  link.onConsole?.send(Uint8Array.of(4));
  link.deliver();
  expect(link.computerGot).toEqual([1, 2, 3, 4]);
});

test('a shell that exits while the console is away is told of when it is back, once, after its last byte', () => {
  const link = aLink();
  link.open();
  link.join();
  link.deliver();
  link.cut();
  link.onComputer?.send(Uint8Array.of(5, 6));
  link.onComputer?.close({ reason: 'exited', exitCode: 3 });
  link.join();
  link.deliver();
  expect(link.consoleGot).toEqual([5, 6]);
  expect(link.closedOnConsole).toEqual(['exited']);
  link.cut();
  link.join();
  link.deliver();
  expect(link.closedOnConsole).toEqual(['exited']);
});

test('a frame that no side writes is refused, and nothing else happens', () => {
  const bytes = fc.uint8Array({ maxLength: 64 });
  fc.assert(
    fc.property(bytes, (message) => {
      let decoded: ReturnType<typeof decodeFrame>;
      try {
        decoded = decodeFrame(message);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedFrame);
        return;
      }
      expect(decodeFrame(encodeFrame(decoded))).toEqual(decoded);
    }),
    { numRuns: 2_000 },
  );
  expect(() => decodeFrame(new Uint8Array(65_537))).toThrow(MalformedFrame);
});

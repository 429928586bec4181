import { describe, expect, test, vi } from 'vitest';
import { StreamId, type StreamMessage } from '#app/contracts/appliance-protocol.ts';
import { aJumpClient } from '../test-support/jump-items.ts';
import { createStream } from './stream.ts';

const first = StreamId.parse('00000000-0000-4000-8000-000000000001');
const second = StreamId.parse('00000000-0000-4000-8000-000000000002');

function aMessage(streamId: StreamId, seq: number, change: Partial<StreamMessage> = {}): StreamMessage {
  return { streamId, seq, snapshot: null, ...change };
}

const itemsOf = (count: number) => ({
  upserted: Array.from({ length: count }, (_, place) => aJumpClient(`ji-${place}`)),
  removed: [],
});

function setUp() {
  const frames: (() => void)[] = [];
  const rows = { apply: vi.fn(), beginSnapshot: vi.fn(), endSnapshot: vi.fn(), publish: vi.fn() };
  const mirror = vi.fn();
  const watchAnew = vi.fn();
  const stream = createStream({ rows, mirror, watchAnew, nextFrame: (callback) => frames.push(callback) });
  return { stream, rows, mirror, watchAnew, frames };
}

describe('the stream in the window', () => {
  test('R1.11 gathers what arrives between two frames into one publication', () => {
    const { stream, rows, mirror, frames } = setUp();
    const changes = { upserted: [aJumpClient('one')], removed: [] };
    stream.receive(aMessage(first, 1, { snapshot: { last: false, jumpItemCount: 2 }, jumpItems: changes }));
    stream.receive(aMessage(first, 2, { snapshot: { last: true, jumpItemCount: 2 }, jumpItems: changes }));
    expect(rows.publish).not.toHaveBeenCalled();
    expect(frames).toHaveLength(1);
    frames[0]?.();
    expect(rows.beginSnapshot).toHaveBeenCalledExactlyOnceWith(2);
    expect(rows.apply).toHaveBeenCalledTimes(2);
    expect(rows.endSnapshot).toHaveBeenCalledOnce();
    expect(rows.publish).toHaveBeenCalledOnce();
    expect(mirror).toHaveBeenCalledOnce();
  });

  test('R1.11 shows the first page of a snapshot at once, the next ones together, and the last one at once', () => {
    const { stream, rows, frames } = setUp();
    const page = (seq: number, last: boolean) =>
      stream.receive(aMessage(first, seq, { snapshot: { last, jumpItemCount: 9 }, jumpItems: itemsOf(1) }));
    page(1, false);
    frames.shift()?.();
    expect(rows.publish).toHaveBeenCalledOnce();
    page(2, false);
    frames.shift()?.();
    page(3, false);
    frames.shift()?.();
    expect(rows.publish).toHaveBeenCalledOnce();
    // No further page comes: what has come is shown all the same.
    for (let waited = 0; frames.length > 0 && waited < 100; waited += 1) frames.shift()?.();
    expect(rows.publish).toHaveBeenCalledTimes(2);
    expect(frames).toHaveLength(0);
    page(4, false);
    page(5, true);
    frames.shift()?.();
    expect(rows.publish).toHaveBeenCalledTimes(3);
  });

  test('R1.11 shows a few changes with the very next frame, and a large change in steps until its end', () => {
    const { stream, rows, frames } = setUp();
    const change = (seq: number, count: number) =>
      stream.receive(aMessage(first, seq, { jumpItems: itemsOf(count) }));
    stream.receive(aMessage(first, 1, { snapshot: { last: true, jumpItemCount: 0 } }));
    frames.shift()?.();
    change(2, 100);
    frames.shift()?.();
    change(3, 101);
    frames.shift()?.();
    expect(rows.publish).toHaveBeenCalledTimes(3);
    for (let seq = 4; seq < 9; seq += 1) {
      change(seq, 101);
      frames.shift()?.();
    }
    expect(rows.apply).toHaveBeenCalledTimes(7);
    expect(rows.publish).toHaveBeenCalledTimes(3);
    frames.shift()?.();
    expect(rows.publish).toHaveBeenCalledTimes(4);
    // Nothing more comes: the steps end, and one change is shown with the next frame again.
    for (let waited = 0; frames.length > 0 && waited < 100; waited += 1) frames.shift()?.();
    expect(rows.publish).toHaveBeenCalledTimes(4);
    change(9, 1);
    frames.shift()?.();
    expect(rows.publish).toHaveBeenCalledTimes(5);
    expect(frames).toHaveLength(0);
  });

  test('R1.11 what follows groups and sessions hears nothing of a message about Jump Items alone', () => {
    const { stream, mirror, frames } = setUp();
    stream.receive(aMessage(first, 1, { snapshot: { last: true, jumpItemCount: 0 } }));
    frames.shift()?.();
    stream.receive(aMessage(first, 2, { jumpItems: itemsOf(1) }));
    stream.receive(aMessage(first, 3, { members: { upserted: [], removed: [] } }));
    frames.shift()?.();
    expect(mirror).toHaveBeenCalledTimes(2);
    expect(mirror).toHaveBeenLastCalledWith([aMessage(first, 3, { members: { upserted: [], removed: [] } })]);
  });

  test('R1.11 a number that is missing asks for the list anew, once, and shows nothing that came after it', () => {
    const { stream, watchAnew, frames, mirror } = setUp();
    stream.receive(aMessage(first, 1));
    stream.receive(aMessage(first, 3));
    stream.receive(aMessage(first, 4));
    expect(watchAnew).toHaveBeenCalledOnce();
    stream.receive(aMessage(second, 1));
    frames[0]?.();
    expect(mirror).toHaveBeenCalledExactlyOnceWith([aMessage(first, 1), aMessage(second, 1)]);
  });

  test('R1.11 what is left of an earlier watch is no gap', () => {
    const { stream, watchAnew, frames } = setUp();
    stream.receive(aMessage(first, 17));
    expect(watchAnew).not.toHaveBeenCalled();
    expect(frames).toHaveLength(0);
    stream.receive(aMessage(second, 1));
    expect(frames).toHaveLength(1);
  });
});

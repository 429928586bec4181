import { describe, expect, test, vi } from 'vitest';
import { StreamId, type StreamMessage } from '#app/contracts/appliance-protocol.ts';
import { aJumpClient } from '../test-support/jump-items.ts';
import { createStream } from './stream.ts';

const first = StreamId.parse('00000000-0000-4000-8000-000000000001');
const second = StreamId.parse('00000000-0000-4000-8000-000000000002');

function aMessage(streamId: StreamId, seq: number, change: Partial<StreamMessage> = {}): StreamMessage {
  return { streamId, seq, snapshot: null, ...change };
}

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
      stream.receive(aMessage(first, seq, { snapshot: { last, jumpItemCount: 9 } }));
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

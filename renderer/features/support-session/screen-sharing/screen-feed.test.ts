import { expect, test, vi } from 'vitest';
import type { SessionPortRequest } from '#app/contracts/session-port.ts';
import type { VncPortEvent } from '#app/contracts/vnc-port.ts';
import { createScreenFeed } from './screen-feed.ts';

function setUp() {
  const sent: SessionPortRequest[] = [];
  let channel = 6;
  const feed = createScreenFeed({
    send: (request) => void sent.push(request),
    requestChannel: () => {
      channel += 1;
      return channel;
    },
  });
  feed.linkChanged('connected');
  const port = () => {
    const { stage } = feed.snapshot();
    if (stage.stage !== 'shared') throw new Error(`It is ${stage.stage}.`);
    return stage.port;
  };
  return { feed, sent, port };
}
const BYTES = new Uint8Array([82, 70, 66]);

test('a screen is asked for once; what comes first is kept until somebody draws it', async () => {
  const { feed, sent, port } = setUp();
  feed.open();
  feed.open();
  expect(feed.snapshot()).toEqual({ stage: { stage: 'asking' }, input: 'view-only' });
  expect(feed.owns(7)).toBe(true);
  feed.data(BYTES);
  const drawn = vi.fn<(event: VncPortEvent) => void>();
  port().onmessage = ({ data }) => drawn(data);
  await Promise.resolve();
  expect(drawn.mock.calls).toEqual([[{ type: 'connected' }], [{ type: 'data', bytes: BYTES }]]);
  port().postMessage({ type: 'consumed', byteCount: 3 });
  port().postMessage({ type: 'data', bytes: BYTES });
  expect(sent).toEqual([
    { type: 'consumed', channel: 7, byteCount: 3 },
    { type: 'data', channel: 7, bytes: BYTES },
  ]);
});

test('what may be done there is the computer’s to know, and View only again the next time', () => {
  const { feed, sent } = setUp();
  feed.open();
  feed.setInput('control');
  feed.setInput('control');
  expect(sent).toEqual([{ type: 'screen-input', channel: 7, input: 'control' }]);
  feed.close();
  feed.open();
  expect(feed.snapshot().input).toBe('view-only');
});

test('what was lost with the line comes back with it, as it was used', () => {
  const { feed, sent } = setUp();
  feed.open();
  feed.data(BYTES);
  feed.setInput('control');
  feed.linkChanged('waiting');
  feed.closed({ reason: 'lost' });
  expect(feed.snapshot().stage).toMatchObject({ stage: 'over' });
  feed.linkChanged('connected');
  expect(feed.snapshot()).toEqual({ stage: { stage: 'asking' }, input: 'control' });
  expect(sent.at(-1)).toEqual({ type: 'screen-input', channel: 8, input: 'control' });
});

test('a refusal stays as it is until somebody asks again', () => {
  const { feed } = setUp();
  feed.open();
  const closed = { reason: 'no-screen', trouble: 'no-display', detail: '' } as const;
  feed.closed(closed);
  feed.linkChanged('connected');
  expect(feed.snapshot().stage).toEqual({ stage: 'over', end: closed });
  feed.open();
  expect(feed.snapshot().stage).toEqual({ stage: 'asking' });
});

test('what cannot be drawn, and a computer that takes nothing, end it on both sides', () => {
  const { feed, sent, port } = setUp();
  feed.open();
  feed.data(BYTES);
  const first = port();
  first.close();
  expect(feed.snapshot().stage).toEqual({ stage: 'over', end: { reason: 'unreadable' } });
  expect(sent).toEqual([{ type: 'close-channel', channel: 7 }]);
  feed.open();
  first.close();
  expect(feed.snapshot().stage).toEqual({ stage: 'asking' });
  feed.inputRefused();
  expect(feed.snapshot().stage).toEqual({ stage: 'over', end: { reason: 'stalled' } });
});

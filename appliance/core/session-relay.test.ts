import { describe, expect, test } from 'vitest';
import { SESSION_GRACE_MS, type SessionNotice } from '#app/contracts/session-link.ts';
import type { RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { createFakeEnvironment } from '../testing/fake-environment.ts';
import {
  createSessionRelay,
  MAX_BYTES_WAITING,
  SESSION_TOKEN_MS,
  type SessionSide,
} from './session-relay.ts';

const at = {
  sessionId: 'session-1' as SupportSessionId,
  representativeId: 'representative-anna' as RepresentativeId,
};

function fakeSide() {
  const notices: SessionNotice[] = [];
  const frames: string[] = [];
  let [isStalled, closed] = [false, false];
  return {
    notices,
    frames,
    isClosed: () => closed,
    stall: () => {
      isStalled = true;
    },
    rejoinToken: () => notices.findLast((notice) => notice.type === 'joined')?.rejoinToken ?? '',
    link: {
      notify: (notice: SessionNotice) => notices.push(notice),
      relay: (frame: Uint8Array) => frames.push(Buffer.from(frame).toString()),
      hasRoom: () => !isStalled,
      close: () => {
        closed = true;
      },
    },
  };
}

function openRelay() {
  const environment = createFakeEnvironment();
  const relay = createSessionRelay(environment);
  const abandoned: string[] = [];
  relay.onAbandoned(({ sessionId }, reason) => abandoned.push(`${sessionId} ${reason}`));
  relay.open(at);
  const join = (side: SessionSide, token = relay.issueToken(at, side) ?? '') => {
    const fake = fakeSide();
    return { ...fake, joined: relay.join(token, fake.link) };
  };
  return { environment, relay, abandoned, join };
}

function frame(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
const peer = (present: boolean) => ({ type: 'peer', present });

test('two sides are told of each other, and frames pass unread, both ways', () => {
  const { join } = openRelay();
  const computer = join('computer');
  expect(computer.notices).toMatchObject([{ type: 'joined' }, peer(false)]);
  const representative = join('representative');
  expect(representative.notices).toMatchObject([{ type: 'joined' }, peer(true)]);
  expect(computer.notices.at(-1)).toEqual(peer(true));
  representative.joined?.received(frame('uname -a'));
  computer.joined?.received(frame('Linux'));
  expect([computer.frames, representative.frames]).toEqual([['uname -a'], ['Linux']]);
});

describe('tokens', () => {
  test('a token admits once', () => {
    const { relay, join } = openRelay();
    const token = relay.issueToken(at, 'computer') ?? '';
    expect(join('computer', token).joined).not.toBeNull();
    expect(join('computer', token).joined).toBeNull();
    expect(join('computer', 'guessed').joined).toBeNull();
  });

  test('a token is good for a minute', () => {
    const { environment, relay, join } = openRelay();
    const token = relay.issueToken(at, 'computer') ?? '';
    environment.advance(SESSION_TOKEN_MS + 1);
    expect(join('computer', token).joined).toBeNull();
  });

  test('a rejoin token admits the same side after a lost connection', () => {
    const { join, environment } = openRelay();
    const [computer, representative] = [join('computer'), join('representative')];
    computer.joined?.left();
    expect(representative.notices.at(-1)).toEqual(peer(false));
    environment.advance(SESSION_GRACE_MS - 1);
    const again = join('computer', computer.rejoinToken());
    expect(again.notices).toMatchObject([{ type: 'joined' }, peer(true)]);
    expect(representative.notices.at(-1)).toEqual(peer(true));
    expect(again.rejoinToken()).not.toBe(computer.rejoinToken());
  });

  test('a computer that never heard of its new rejoin token comes with the old one; what is older is worth nothing', () => {
    const { join } = openRelay();
    const first = join('computer');
    const second = join('computer', first.rejoinToken());
    const third = join('computer', first.rejoinToken()); // what the second was told was lost on its way
    expect(third.joined).not.toBeNull();
    expect(join('computer', second.rejoinToken()).joined).toBeNull();
    const fourth = join('computer', third.rejoinToken());
    expect(fourth.joined).not.toBeNull();
    expect(join('computer', first.rejoinToken()).joined).toBeNull();
  });

  test('a console has no rejoin token: each time its representative has to be one who may join', () => {
    const { join } = openRelay();
    expect(join('representative').notices[0]).toEqual({ type: 'joined', rejoinToken: null });
  });

  test('none is good once the session has ended', () => {
    const { relay, join } = openRelay();
    const computer = join('computer');
    relay.end(at, 'representative');
    expect(join('computer', computer.rejoinToken()).joined).toBeNull();
    expect(relay.issueToken(at, 'representative')).toBeNull();
  });
});

describe('a side that is lost', () => {
  for (const side of ['representative', 'computer'] as const) {
    test(`the session waits two minutes for the ${side}`, () => {
      const { environment, abandoned, join } = openRelay();
      const sides = { computer: join('computer'), representative: join('representative') };
      sides[side].joined?.left();
      environment.advance(SESSION_GRACE_MS - 1);
      expect(abandoned).toEqual([]);
      environment.advance(1);
      expect(abandoned).toEqual(['session-1 timeout']);
    });
  }

  test('a side that never comes counts as lost', () => {
    const { environment, abandoned, join } = openRelay();
    join('computer');
    environment.advance(SESSION_GRACE_MS);
    expect(abandoned).toEqual(['session-1 timeout']);
  });

  test('a newer socket of the same side replaces the older one, whose end means nothing', () => {
    const { environment, relay, abandoned, join } = openRelay();
    const older = join('computer');
    const representative = join('representative');
    const newer = join('computer', relay.issueToken(at, 'computer') ?? '');
    expect(older.isClosed()).toBe(true);
    older.joined?.left();
    older.joined?.received(frame('from the past'));
    expect(representative.frames).toEqual([]);
    expect(representative.notices.at(-1)).toEqual(peer(true));
    environment.advance(SESSION_GRACE_MS * 2);
    expect(abandoned).toEqual([]);
    newer.joined?.received(frame('hello'));
    expect(representative.frames).toEqual(['hello']);
  });
});

test('the end is told to both sides, and their sockets close', () => {
  const { environment, relay, abandoned, join } = openRelay();
  const sides = [join('computer'), join('representative')];
  relay.end(at, 'computer');
  for (const side of sides) {
    expect(side.notices.at(-1)).toEqual({ type: 'ended', reason: 'computer' });
    expect(side.isClosed()).toBe(true);
    side.joined?.left();
  }
  environment.advance(SESSION_GRACE_MS * 2);
  expect([abandoned, relay.count()]).toEqual([[], 0]);
});

test('a side that reads nothing any more ends the session before it fills the memory', () => {
  const { abandoned, join } = openRelay();
  const [computer, representative] = [join('computer'), join('representative')];
  representative.stall();
  const piece = new Uint8Array(65_536);
  for (let sent = 0; sent < MAX_BYTES_WAITING; sent += piece.length) computer.joined?.received(piece);
  expect(abandoned).toEqual(['session-1 timeout']);
});

describe('a session of several representatives', () => {
  const other = { ...at, representativeId: 'representative-ben' as RepresentativeId };

  test('each has a room of their own with the computer', () => {
    const { relay, join } = openRelay();
    relay.open(other);
    const [computer, anna] = [join('computer'), join('representative')];
    const computerForBen = join('computer', relay.issueToken(other, 'computer') ?? '');
    const ben = join('representative', relay.issueToken(other, 'representative') ?? '');
    computer.joined?.received(frame('for Anna'));
    computerForBen.joined?.received(frame('for Ben'));
    ben.joined?.received(frame('from Ben'));
    expect([anna.frames, ben.frames, computerForBen.frames]).toEqual([
      ['for Anna'],
      ['for Ben'],
      ['from Ben'],
    ]);
    expect(computer.frames).toEqual([]);
  });

  test('one room ends without the other; the session ends with all of them', () => {
    const { relay, join } = openRelay();
    relay.open(other);
    const anna = join('representative');
    const ben = join('representative', relay.issueToken(other, 'representative') ?? '');
    relay.end(other, 'representative');
    expect([ben.isClosed(), anna.isClosed(), relay.count()]).toEqual([true, false, 1]);
    relay.endSession(at.sessionId, 'computer');
    expect(anna.notices.at(-1)).toEqual({ type: 'ended', reason: 'computer' });
    expect(relay.count()).toBe(0);
  });
});

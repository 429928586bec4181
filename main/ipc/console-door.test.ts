import type { IpcMain, WebFrameMain } from 'electron';
import { expect, test, vi } from 'vitest';
import { consoleRequests } from '#app/contracts/console-api.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { type ConsoleHandlers, openConsoleDoor, UntrustedSender } from './console-door.ts';
import { createTrustedSender } from './trusted-sender.ts';

type Listener = (event: { senderFrame: WebFrameMain | null }, input: unknown) => Promise<unknown>;
type FrameLike = Pick<WebFrameMain, 'processId' | 'routingId' | 'origin' | 'parent' | 'url'>;

const frame = (changes: Partial<FrameLike> = {}) =>
  ({
    processId: 7,
    routingId: 1,
    origin: 'app://console',
    url: 'app://console/index.html',
    parent: null,
    ...changes,
  }) as WebFrameMain;

function openDoor(handlers: Partial<ConsoleHandlers> = {}) {
  const channels = new Map<string, Listener>();
  const reportBug = vi.fn();
  const handle = (channel: string, listener: unknown) => void channels.set(channel, listener as Listener);
  openConsoleDoor({
    ipcMain: { handle } as Pick<IpcMain, 'handle'>,
    isTrustedSender: createTrustedSender({ mainFrame: () => frame(), origin: 'app://console' }),
    handlers: handlers as ConsoleHandlers,
    reportBug,
    log: createQuietLog(),
  });
  const invokeWith = (channel: string, paramsJson: unknown, sender: WebFrameMain | null = frame()) =>
    channels.get(channel)?.({ senderFrame: sender }, paramsJson);
  const invoke = async (channel: string, input: unknown, sender?: WebFrameMain | null): Promise<unknown> => {
    const resultJson = await invokeWith(channel, JSON.stringify(input), sender);
    return JSON.parse(String(resultJson));
  };
  return { channels, reportBug, invoke, invokeWith };
}

const CHANNELS = Object.keys(consoleRequests).map((name) => `console:${name}`);

test('there is a channel for each request of the contract, and no other', () => {
  expect([...openDoor().channels.keys()].sort()).toEqual(CHANNELS.sort());
});

const FORGED: [string, WebFrameMain | null][] = [
  ['no frame', null],
  ['another frame of the window', frame({ routingId: 2 })],
  ['another process', frame({ processId: 8 })],
  ['a frame inside the page', frame({ parent: frame() })],
  ['another origin', frame({ origin: 'https://console.example' })],
  ['a longer origin', frame({ origin: 'app://console.evil' })],
  ['an opaque origin', frame({ origin: 'null' })],
];

for (const channel of CHANNELS) {
  test(`${channel} rejects forged senders`, async () => {
    const { invoke, reportBug } = openDoor();
    for (const [forgery, sender] of FORGED) {
      await expect(invoke(channel, {}, sender), forgery).rejects.toBeInstanceOf(UntrustedSender);
    }
    expect(reportBug).not.toHaveBeenCalled();
  });

  test(`${channel} rejects parameters that the contract does not know`, async () => {
    const handler = vi.fn();
    const { invoke, invokeWith } = openDoor({ [channel.slice('console:'.length)]: handler });
    for (const input of [undefined, null, 'text', [], { surplus: 1 }, { __proto__: null, constructor: 1 }]) {
      await expect(invoke(channel, input)).rejects.toThrow();
    }
    for (const noJson of [undefined, {}, '', '{', "{'a':1}"]) {
      await expect(invokeWith(channel, noJson)).rejects.toThrow();
    }
    expect(handler).not.toHaveBeenCalled();
  });
}

test('a refusal is a value with its code', async () => {
  const { invoke, reportBug } = openDoor({
    refreshJumpItems: () => {
      throw new JumpError('not-permitted', { detail: 'jump-to-jump-items' });
    },
  });
  await expect(invoke('console:refreshJumpItems', {})).resolves.toEqual({
    ok: false,
    code: 'not-permitted',
    detail: 'jump-to-jump-items',
  });
  expect(reportBug).not.toHaveBeenCalled();
});

test('anything else that is thrown is a bug: reported, and rejected', async () => {
  const bug = new TypeError('x is undefined');
  const { invoke, reportBug } = openDoor({ refreshJumpItems: () => Promise.reject(bug) });
  await expect(invoke('console:refreshJumpItems', {})).rejects.toBe(bug);
  expect(reportBug).toHaveBeenCalledExactlyOnceWith(bug);
});

test('an answer is a value', async () => {
  const { invoke } = openDoor({ signOut: () => ({}) });
  await expect(invoke('console:signOut', {})).resolves.toEqual({ ok: true, value: {} });
});

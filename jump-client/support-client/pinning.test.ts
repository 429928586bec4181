import { expect, test, vi } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createSilentLog } from '../testing/silent-log.ts';
import { createPinning, type RequestView } from './pinning.ts';
import type { InstallationOutcome, RunInstaller } from './run-installer.ts';

const ASKED = { pinId: 'pin-1', representative: 'Anna', leftMs: 60_000 };
const ORDERED = { pinId: 'pin-1', installerKey: 'key' };

function aCustomer({ isPinned = async () => false }: { isPinned?: () => Promise<boolean> } = {}) {
  const views: RequestView[] = [];
  const clock = createManualClock();
  const tell = vi.fn(async (_name: string, _message: object) => undefined);
  const installers: { end: (outcome: InstallationOutcome) => void; takeBack: () => void }[] = [];
  let tellPercent = (_percent: number) => {};
  const runInstaller: RunInstaller = (_order, onPercent) => {
    tellPercent = onPercent;
    let end = (_outcome: InstallationOutcome) => {};
    const outcome = new Promise<InstallationOutcome>((resolve) => {
      end = resolve;
    });
    const takeBack = vi.fn(() => end({ installed: false, reason: 'other' }));
    installers.push({ end, takeBack });
    return { outcome, takeBack };
  };
  const pinning = createPinning({
    tell,
    place: 'user',
    order: { appliance: 'http://127.0.0.1:1', mode: 'user' },
    runInstaller,
    isPinned,
    uninstallCommand: (folder) => `${folder}/uninstall`,
    show: (view) => views.push(view),
    clock,
    log: createSilentLog(),
  });
  return { pinning, views, clock, tell, installers, percent: (percent: number) => tellPercent(percent) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('R2.7 asked, allowed, ordered, installed', async () => {
  const { pinning, views, clock, tell, installers, percent } = aCustomer();
  await pinning.asked(ASKED);
  const until = clock.now() + 60_000;
  expect(views).toEqual([{ state: 'asking', pinId: 'pin-1', representative: 'Anna', place: 'user', until }]);
  expect(pinning.answer({ pinId: 'pin-1', allowed: true })).toBe(true);
  expect(tell).toHaveBeenLastCalledWith('pin:answer', { pinId: 'pin-1', allowed: true });
  void pinning.ordered(ORDERED);
  await settled();
  percent(40);
  expect(views.at(-1)).toEqual({ state: 'installing', percent: 40 });
  expect(tell).toHaveBeenLastCalledWith('pin:progress', { pinId: 'pin-1', percent: 40 });
  pinning.ended({ pinId: 'pin-1', pinned: true });
  installers[0]?.end({ installed: true, folder: '/there' });
  await settled();
  expect(views.at(-1)).toEqual({ state: 'pinned', uninstall: '/there/uninstall' });
  expect(installers[0]?.takeBack).not.toHaveBeenCalled();
});

test('an answer to another question, a second one, and one without a question are none', async () => {
  const { pinning, tell } = aCustomer();
  expect(pinning.answerLatest(true)).toBe(false);
  await pinning.asked(ASKED);
  expect(pinning.answer({ pinId: 'pin-2', allowed: true })).toBe(false);
  expect(pinning.answerLatest(false)).toBe(true);
  expect(pinning.answerLatest(true)).toBe(false);
  expect(tell.mock.calls).toEqual([['pin:answer', { pinId: 'pin-1', allowed: false }]]);
});

test.each<[string, (customer: ReturnType<typeof aCustomer>) => void]>([
  ['the pin is over', ({ pinning }) => pinning.ended({ pinId: 'pin-1', pinned: false })],
  ['the connection is lost', ({ pinning }) => pinning.lost()],
  ['the time is over', ({ clock }) => clock.advance(60_000)],
])('the question disappears when %s', async (_title, happen) => {
  const customer = aCustomer();
  await customer.pinning.asked(ASKED);
  happen(customer);
  expect(customer.views.at(-1)).toBeNull();
  expect(customer.pinning.answerLatest(true)).toBe(false);
});

test('what is over before it could be asked or started is neither', async () => {
  let found = (_isPinned: boolean) => {};
  const isPinned = () =>
    new Promise<boolean>((resolve) => {
      found = resolve;
    });
  const { pinning, views, installers } = aCustomer({ isPinned });
  for (const begin of [() => pinning.asked(ASKED), () => pinning.ordered(ORDERED)]) {
    const begun = begin();
    await settled();
    pinning.ended({ pinId: 'pin-1', pinned: false });
    found(false);
    await begun;
  }
  expect([views, installers]).toEqual([[], []]);
});

test('ordered again after a lost connection, it goes on; its failure is told again', async () => {
  const { pinning, installers, tell } = aCustomer();
  void pinning.ordered(ORDERED);
  await settled();
  pinning.lost();
  await pinning.ordered(ORDERED);
  expect(installers).toHaveLength(1);
  tell.mockRejectedValueOnce(new Error('There is no connection.'));
  installers[0]?.end({ installed: false, reason: 'full' });
  await settled();
  await pinning.ordered(ORDERED);
  expect(tell).toHaveBeenCalledTimes(2);
  expect(tell).toHaveBeenLastCalledWith('pin:fail', { pinId: 'pin-1', reason: 'full' });
});

test('the next pin waits until the last one is taken back', async () => {
  const { pinning, installers } = aCustomer();
  void pinning.ordered(ORDERED);
  await settled();
  pinning.ended({ pinId: 'pin-1', pinned: false });
  expect(installers[0]?.takeBack).toHaveBeenCalledTimes(1);
  void pinning.ordered({ ...ORDERED, pinId: 'pin-2' });
  await settled();
  expect(installers).toHaveLength(2);
});

test('R7.4 pinned already, the customer is not asked; what cannot be found out is no reason', async () => {
  const pinned = aCustomer({ isPinned: async () => true });
  await pinned.pinning.asked(ASKED);
  expect(pinned.tell.mock.calls).toEqual([['pin:fail', { pinId: 'pin-1', reason: 'already-pinned' }]]);
  expect(pinned.views).toEqual([]);
  const unknown = aCustomer({ isPinned: () => Promise.reject(new Error('EIO')) });
  await unknown.pinning.asked(ASKED);
  expect(unknown.views).toMatchObject([{ state: 'asking' }]);
});

test('when the session is over it waits until nothing is left', async () => {
  const { pinning, installers } = aCustomer();
  void pinning.ordered(ORDERED);
  await settled();
  await pinning.stop();
  expect(installers[0]?.takeBack).toHaveBeenCalledTimes(1);
});

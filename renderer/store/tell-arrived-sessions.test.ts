import { expect, test } from 'vitest';
import { RepresentativeId } from '#app/domain/ids.ts';
import type { Customer } from '#app/domain/support-session.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aSupportSession, wscott } from '../test-support/jump-items.ts';

const other = RepresentativeId.parse('rep-other');
const customer: Customer = {
  name: 'Erika',
  hostname: 'home',
  platform: 'linux',
  operatingSystem: 'Debian',
  presence: 'online',
  mode: 'user',
};
const withCustomer = (id: string) => aSupportSession(id, { name: 'Erika', jumpItemId: null, customer });

function signedIn() {
  const console = createFakeConsole();
  console.sendSnapshot([]);
  const arrivals = () =>
    console.store
      .getState()
      .messages.flatMap((message) => (message.kind === 'arrival' ? [message.arrival] : []));
  const arrive = (session: ReturnType<typeof aSupportSession>) =>
    console.send({ supportSessions: { upserted: [session], removed: [] } });
  return { ...console, arrivals, arrive };
}

test('a customer who joins, and an invitation, are told', () => {
  const { arrive, arrivals } = signedIn();
  arrive(withCustomer('s-1'));
  arrive(aSupportSession('s-2', { representativeId: other, invitedIds: [wscott.id] }));
  expect(arrivals()).toMatchObject([
    { about: 'Erika', tab: 's-1', reason: 'customer-joined' },
    { tab: 's-2', reason: 'invited' },
  ]);
});

test('not what a jump brings, nor what changes in a session, nor what is there at the sign-in', () => {
  const { arrive, arrivals } = signedIn();
  arrive(aSupportSession('s-1'));
  arrive(aSupportSession('s-1', { invitedIds: [other] }));
  expect(arrivals()).toEqual([]);
  const anew = createFakeConsole();
  anew.sendSnapshot([], { supportSessions: { upserted: [withCustomer('s-2')], removed: [] } });
  expect(anew.store.getState().messages).toEqual([]);
});

test('while the session key is on the screen its dialog gives way to the tab instead', () => {
  const { arrive, arrivals, store } = signedIn();
  store.getState().toggleDialog('session-key');
  arrive(withCustomer('s-1'));
  expect(arrivals()).toEqual([]);
});

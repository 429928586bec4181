import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { ConsoleResult } from '#app/contracts/console-api.ts';
import { type JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import type { Customer, SupportSession } from '#app/domain/support-session.ts';
import { resumePins } from '../../actions/resume-pins.ts';
import { useOwnSessions } from '../../store/console-context.tsx';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient, aSupportSession, personalGroupId, wscott } from '../../test-support/jump-items.ts';
import { PinAsJumpClient } from './pin-as-jump-client.tsx';
import { PinDialog } from './pin-dialog.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const erika: Customer = {
  name: 'Erika Muster',
  hostname: 'home-pc',
  platform: 'linux',
  operatingSystem: 'Debian',
  presence: 'online',
  mode: 'user',
};
const ben = { id: RepresentativeId.parse('r-ben'), displayName: 'Ben Cole' };
const together = {
  invitedIds: [ben.id],
  representativeNames: [wscott.displayName, ben.displayName],
} satisfies Partial<SupportSession>;

function Pane() {
  const [session] = useOwnSessions();
  return (
    <>
      {session !== undefined && <PinAsJumpClient session={session} />}
      <PinDialog />
    </>
  );
}

/** The tab of a session with Erika is shown. `sendRow` is the appliance's news of it. */
async function setUp(change: Partial<SupportSession> = {}) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  const row = aSupportSession('s-1', { name: 'Erika Muster', jumpItemId: null, customer: erika, ...change });
  const sendRow = (changed: Partial<SupportSession>) =>
    act(() => fake.send({ supportSessions: { upserted: [{ ...row, ...changed }], removed: [] } }));
  fake.sendSnapshot([], { supportSessions: { upserted: [row], removed: [] } });
  fake.store.getState().chooseTab(row.id);
  render(<Pane />, { wrapper: fake.Wrapper });
  const messages = () => fake.store.getState().messages;
  return { ...fake, sendRow, messages, user: userEvent.setup() };
}
type Answer = ConsoleResult<{ jumpItemId: JumpItemId }>;
function answerLater({ api }: Awaited<ReturnType<typeof setUp>>) {
  let answer: (value: Answer) => void = () => undefined;
  api.pinJumpClient.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  return (value: Answer) => act(() => answer(value));
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const isDisabled = (element: HTMLElement) => element.getAttribute('aria-disabled') === 'true';
const pending = (by: RepresentativeId, percent: number | null = null) => ({
  representativeId: by,
  state: percent === null ? ('asking' as const) : ('installing' as const),
  percent,
});

test('R2.1 the button pins at once, says how far it is, and selects the item', async () => {
  const console = await setUp();
  const answer = answerLater(console);
  await console.user.click(button('Pin as Jump Client'));
  expect(console.api.pinJumpClient).toHaveBeenCalledExactlyOnceWith({
    opId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    sessionId: 's-1',
    name: null,
    jumpGroupId: personalGroupId,
    tag: null,
    comments: '',
  });
  expect(isDisabled(button('Asking the appliance…'))).toBe(true);
  console.sendRow({ pin: pending(wscott.id) });
  expect(isDisabled(button('Waiting for the customer…'))).toBe(true);
  console.sendRow({ pin: pending(wscott.id, 45) });
  expect(button(/^Installing… ?45 %$/)).toBeTruthy();
  const item = aJumpClient('ji-9', { name: 'home-pc' });
  act(() => console.send({ jumpItems: { upserted: [item], removed: [] } }));
  console.sendRow({ jumpItemId: item.id, pin: null });
  await answer({ ok: true, value: { jumpItemId: item.id } });
  expect(button('Pinned as Jump Client').title).toBe('Pinned as \u2068home-pc\u2069.');
  expect(console.store.getState().selectedIds).toEqual(new Set(['ji-9']));
  expect(console.messages()).toMatchObject([{ kind: 'arrival', arrival: { reason: 'pinned' } }]);
});

test('R2.7 a colleague sees who asked, and how far it is', async () => {
  const { sendRow } = await setUp(together);
  sendRow({ ...together, pin: pending(ben.id) });
  expect(isDisabled(button(/Ben Cole.* waits for the customer…/))).toBe(true);
  sendRow({ ...together, pin: pending(ben.id, 5) });
  expect(button(/Ben Cole.* installs… ?5 %$/)).toBeTruthy();
  expect(screen.getByRole('status').textContent).toMatch(
    /Ben Cole.* asked to pin this computer\. Installing…/,
  );
  sendRow({ ...together, pin: null });
  expect(isDisabled(button('Pin as Jump Client'))).toBe(false);
});

test('R2.7 why the last pin came to nothing is known to who takes part, also to who comes later', async () => {
  const { sendRow } = await setUp({
    ...together,
    failedPin: { representativeId: ben.id, code: 'customer-refused' },
  });
  const why =
    'The last try, of \u2068Ben Cole\u2069: The customer did not allow the Jump Client to be installed.';
  expect(button('Pin as Jump Client').title).toBe(why);
  expect(screen.getByRole('status').textContent).toBe(why);
  sendRow({ ...together, pin: pending(ben.id), failedPin: null });
  expect(screen.queryByText(why)).toBeNull();
});

test('R2 what becomes of a pin while the page is loaded again is told by the next one, with nothing lost', async () => {
  const before = await setUp();
  answerLater(before); // never
  await before.user.click(button(/^Customize/));
  await before.user.type(screen.getByRole('textbox', { name: 'Name' }), 'Erika at home');
  await before.user.click(button('OK'));
  const asked = before.api.pinJumpClient.mock.calls[0]?.[0];
  cleanup();

  const after = await setUp();
  after.api.pinJumpClient.mockResolvedValueOnce({ ok: false, code: 'customer-no-answer' });
  resumePins(after.console);
  await expect
    .poll(() => after.messages())
    .toMatchObject([{ refusal: { about: 'Erika Muster', code: 'customer-no-answer' } }]);
  expect(after.api.pinJumpClient).toHaveBeenCalledExactlyOnceWith(asked); // the same command
  await after.user.click(button(/^Customize/));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Erika at home');
  cleanup();

  const later = await setUp();
  resumePins(later.console);
  await act(async () => undefined);
  expect(later.api.pinJumpClient).not.toHaveBeenCalled(); // told once
});

test('R7.4 a refusal is told in R7’s words, and the button is usable again', async () => {
  const { api, user, messages } = await setUp();
  api.pinJumpClient.mockResolvedValueOnce({ ok: false, code: 'client-already-pinned' });
  await user.click(button('Pin as Jump Client'));
  expect(messages()).toMatchObject([{ refusal: { about: 'Erika Muster', code: 'client-already-pinned' } }]);
  expect(isDisabled(button('Pin as Jump Client'))).toBe(false);
});

const hopeless: [string, string, Partial<SupportSession>][] = [
  [
    'R7.6',
    'The customer within the support conference is not online.',
    { customer: { ...erika, presence: 'offline' } },
  ],
  [
    'R2.10',
    'The Jump Client app is not installed on the device.',
    { customer: { ...erika, platform: 'android', apps: { supportClient: '2.2.7', jumpClient: null } } },
  ],
];
for (const [rule, reason, change] of hopeless) {
  test(`${rule} what is known to be hopeless is grey, with the reason: ${reason}`, async () => {
    const { api, user } = await setUp(change);
    expect(button('Pin as Jump Client').title).toBe(reason);
    expect(isDisabled(button(/^Customize/))).toBe(true);
    await user.click(button('Pin as Jump Client'));
    expect(api.pinJumpClient).not.toHaveBeenCalled();
  });
}

test('in a session that was jumped to there is nothing to pin', async () => {
  await setUp({ customer: null });
  expect(screen.queryByRole('button', { name: 'Pin as Jump Client' })).toBeNull();
});

test('R2.1 the dropdown customizes: what is written is sent, and kept when it comes to nothing', async () => {
  const console = await setUp();
  const { user, api, sendRow, messages } = console;
  await user.click(button(/^Customize/));
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Erika at home');
  await user.type(screen.getByRole('combobox', { name: 'Tag' }), 'home');
  await user.type(screen.getByRole('textbox', { name: 'Comments' }), 'by the window');
  const answer = answerLater(console);
  await user.click(button('OK'));
  const wish = {
    name: 'Erika at home',
    jumpGroupId: personalGroupId,
    tag: 'home',
    comments: 'by the window',
  };
  expect(api.pinJumpClient).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(wish));
  expect(screen.getByRole('dialog')).toBeTruthy();
  sendRow({ pin: pending(wscott.id) });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  sendRow({ pin: null });
  await answer({ ok: false, code: 'customer-refused' });
  expect(messages()).toMatchObject([{ refusal: { code: 'customer-refused' } }]);
  await user.click(button(/^Customize/));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Erika at home');
});

test('R2.6 Reset leaves empty fields, in Personal', async () => {
  const { user } = await setUp();
  await user.click(button(/^Customize/));
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
  await user.type(name, 'x');
  await user.type(screen.getByRole('textbox', { name: 'Comments' }), 'y');
  await user.click(button('Reset'));
  expect(name.value).toBe('');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comments' }).value).toBe('');
  expect(button(/Jump Group$/).textContent).toContain('Personal');
});

test('R7.3 a refusal at once is read beside the fields, with nothing lost', async () => {
  const { user, api } = await setUp();
  await user.click(button(/^Customize/));
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Erika');
  api.pinJumpClient.mockResolvedValueOnce({ ok: false, code: 'pin-already-pending' });
  await user.click(button('OK'));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'The support session already has a pending request to pin.',
  );
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Erika');
});

test('R2.2 the length of a name is counted while it is typed; one too long is said and not sent', async () => {
  const { user, api } = await setUp();
  await user.click(button(/^Customize/));
  const name = screen.getByRole('textbox', { name: 'Name' });
  await user.click(name);
  await user.paste(`${'a'.repeat(127)}😀`);
  expect(screen.getByText('128 / 128')).toBeTruthy();
  await user.paste('b');
  expect(screen.getByText('At most 128 characters; these are 129.')).toBeTruthy();
  await user.click(button('OK'));
  expect(api.pinJumpClient).not.toHaveBeenCalled();
});

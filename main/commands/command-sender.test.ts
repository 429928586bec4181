import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { PIN_WITHIN_MS } from '#app/contracts/appliance-protocol.ts';
import { JumpGroupId, JumpItemId, OpId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { ConnectionLost } from '../appliance-connection/connection-lost.ts';
import { eventually } from '../testing/eventually.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openCommandJournal } from './command-journal.ts';
import { createCommandSender } from './command-sender.ts';
import { createJumpItemCommands } from './jump-item-commands.ts';
import { createJumpToItem } from './jump-to-item.ts';

const OP_ID = OpId.parse('6f1c0a52-41d4-4f6e-8a57-0f0e4a3b7a11');
const aJump = {
  opId: OP_ID,
  jumpItemId: JumpItemId.parse('ji-1'),
  seen: { propertiesRev: 1, presenceRev: 1 },
};
const ANNA = RepresentativeId.parse('anna');
const SESSION = { sessionId: SupportSessionId.parse('s-1') };

function aSender(path = join(temporaryFolder(), 'commands.json'), representativeId = ANNA) {
  const clock = createManualClock();
  const appliance = { isOpen: true, request: vi.fn() };
  const noticed = vi.fn();
  const log = createQuietLog();
  const journal = openCommandJournal({ path, now: clock.now, log });
  const applianceName = () => 'https://support.example.com';
  const signedInAs = vi.fn<() => RepresentativeId | null>(() => representativeId);
  const commands = createCommandSender({
    appliance,
    applianceName,
    signedInAs,
    journal,
    clock,
    log,
    noticed,
  });
  return { clock, appliance, noticed, journal, commands, signedInAs, path };
}
const unfinished = (journal: ReturnType<typeof aSender>['journal']) =>
  journal.unfinished('https://support.example.com', ANNA);

test('R1.8 a jump is journaled, sent once, and leaves the journal with its answer', async () => {
  const { appliance, commands, journal } = aSender();
  appliance.request.mockImplementation(async () => {
    expect(unfinished(journal)).toHaveLength(1);
    return SESSION;
  });
  await expect(createJumpToItem({ commands })(aJump)).resolves.toEqual(SESSION);
  expect(appliance.request).toHaveBeenCalledExactlyOnceWith('jump-item:jump', { ...aJump, repeated: false });
  expect(unfinished(journal)).toEqual([]);
});

test('R7.8 a refusal passes through with its code and is final', async () => {
  const { appliance, commands, journal, noticed } = aSender();
  appliance.request.mockRejectedValue(new JumpError('client-offline'));
  await expect(commands.send('jump-item:jump', aJump)).rejects.toMatchObject({ code: 'client-offline' });
  expect(unfinished(journal)).toEqual([]);
  expect(noticed).not.toHaveBeenCalled();
});

test('without a connection a command is refused at once, and nothing is kept of it', async () => {
  const { appliance, commands, journal } = aSender();
  appliance.isOpen = false;
  await expect(commands.send('jump-item:jump', aJump)).rejects.toBeInstanceOf(ConnectionLost);
  expect(unfinished(journal)).toEqual([]);
});

test('after a lost connection the same command is sent again, marked as repeated, and resolved once', async () => {
  const { appliance, commands, journal } = aSender();
  appliance.request.mockRejectedValueOnce(new ConnectionLost()).mockResolvedValueOnce(SESSION);
  const answer = commands.send('jump-item:jump', aJump);
  await eventually(() => expect(appliance.request).toHaveBeenCalledOnce());
  await commands.resolveUnfinished();
  await commands.resolveUnfinished();

  await expect(answer).resolves.toEqual(SESSION);
  expect(appliance.request.mock.calls).toEqual([
    ['jump-item:jump', { ...aJump, repeated: false }],
    ['jump-item:jump', { ...aJump, repeated: true }],
  ]);
  expect(unfinished(journal)).toEqual([]);
});

test('who waits too long is told so; the outcome that comes later is a notice', async () => {
  const { appliance, commands, clock, noticed } = aSender();
  appliance.request
    .mockRejectedValueOnce(new ConnectionLost())
    .mockRejectedValueOnce(new JumpError('client-offline'));
  const answer = commands.send('jump-item:jump', aJump);
  await eventually(() => expect(appliance.request).toHaveBeenCalledOnce());
  clock.advance(40_000);
  await expect(answer).rejects.toMatchObject({ code: 'outcome-pending' });

  await commands.resolveUnfinished();
  expect(noticed).toHaveBeenCalledExactlyOnceWith({
    notice: 'command-unfinished',
    deed: 'jumped',
    count: 1,
    code: 'client-offline',
  });
});

test('what a console that was killed left unfinished is resolved by the next one', async () => {
  const killed = aSender();
  killed.appliance.request.mockReturnValue(new Promise(() => undefined));
  void killed.commands.send('jump-item:jump', aJump);

  const next = aSender(killed.path);
  next.appliance.request.mockRejectedValue(new JumpError('outcome-unknown'));
  await next.commands.resolveUnfinished();
  expect(next.appliance.request).toHaveBeenCalledExactlyOnceWith('jump-item:jump', {
    ...aJump,
    repeated: true,
  });
  expect(next.noticed).toHaveBeenCalledExactlyOnceWith({
    notice: 'command-unfinished',
    deed: 'jumped',
    count: 1,
    code: 'outcome-unknown',
  });
  expect(unfinished(next.journal)).toEqual([]);
});

test('one that succeeded meanwhile disturbs nobody', async () => {
  const killed = aSender();
  killed.appliance.request.mockReturnValue(new Promise(() => undefined));
  void killed.commands.send('jump-item:jump', aJump);
  const next = aSender(killed.path);
  next.appliance.request.mockResolvedValue(SESSION);
  await next.commands.resolveUnfinished();
  expect(next.noticed).not.toHaveBeenCalled();
});

const aRemoval = (count: number) => ({
  opId: OP_ID,
  items: Array.from({ length: count }, (_, index) => ({
    jumpItemId: JumpItemId.parse(`ji-${index}`),
    seen: { propertiesRev: 1, presenceRev: 1 },
  })),
});
const DONE = { done: 1_200, refusedCount: 0, refused: [] };
const partsSent = (request: ReturnType<typeof vi.fn>) =>
  request.mock.calls.map(([, { part, repeated }]) => [part.number, part.of, repeated]);

test('R1.9 a command on many items is journaled once, before its first part, and answered by its last', async () => {
  const { appliance, commands, journal } = aSender();
  appliance.request.mockImplementation(async (_name, { part }) => {
    expect(unfinished(journal)).toHaveLength(1);
    return part.number === part.of ? DONE : null;
  });
  const { removeJumpItems } = createJumpItemCommands({ commands });
  await expect(removeJumpItems(aRemoval(1_200))).resolves.toEqual(DONE);
  expect(partsSent(appliance.request)).toEqual([
    [1, 3, false],
    [2, 3, false],
    [3, 3, false],
  ]);
  expect(unfinished(journal)).toEqual([]);
});

test('R1.9 after a lost connection all parts are sent again, and who asked is told once', async () => {
  const { appliance, commands, noticed } = aSender();
  appliance.request
    .mockResolvedValueOnce(null)
    .mockRejectedValueOnce(new ConnectionLost())
    .mockResolvedValueOnce(null)
    .mockResolvedValueOnce(null)
    .mockResolvedValueOnce(DONE);
  const answer = commands.send('jump-items:remove', aRemoval(1_200));
  await eventually(() => expect(appliance.request).toHaveBeenCalledTimes(2));
  await commands.resolveUnfinished();
  await expect(answer).resolves.toEqual(DONE);
  expect(partsSent(appliance.request)).toEqual([
    [1, 3, false],
    [2, 3, false],
    [1, 3, true],
    [2, 3, true],
    [3, 3, true],
  ]);
  expect(noticed).not.toHaveBeenCalled();
});

test('a part that is refused ends the command: no further part is sent', async () => {
  const { appliance, commands, journal } = aSender();
  appliance.request.mockRejectedValue(new JumpError('op-id-reused'));
  await expect(commands.send('jump-items:remove', aRemoval(1_200))).rejects.toMatchObject({
    code: 'op-id-reused',
  });
  expect(appliance.request).toHaveBeenCalledOnce();
  expect(unfinished(journal)).toEqual([]);
});

test('what a command on items came to after all is told as a notice, once', async () => {
  const { appliance, commands, clock, noticed } = aSender();
  appliance.request
    .mockRejectedValueOnce(new ConnectionLost())
    .mockResolvedValueOnce({ ...DONE, done: 2, refusedCount: 1 });
  const answer = commands.send('jump-items:remove', aRemoval(3));
  await eventually(() => expect(appliance.request).toHaveBeenCalledOnce());
  clock.advance(40_000);
  await expect(answer).rejects.toMatchObject({ code: 'outcome-pending' });
  await commands.resolveUnfinished();
  await commands.resolveUnfinished();
  expect(noticed).toHaveBeenCalledExactlyOnceWith({
    notice: 'command-done-late',
    opId: OP_ID,
    done: 2,
    refusedCount: 1,
  });
});

const aPin = {
  opId: OpId.parse('6f1c0a52-41d4-4f6e-8a57-0f0e4a3b7a13'),
  sessionId: SupportSessionId.parse('s-1'),
  name: null,
  jumpGroupId: JumpGroupId.parse('g-1'),
  tag: null,
  comments: '',
};
const PINNED = { jumpItemId: JumpItemId.parse('ji-9') };

test('R2.7 a pin is waited for as long as the customer and the installation may take', async () => {
  const { appliance, commands, clock } = aSender();
  appliance.request.mockReturnValue(new Promise(() => undefined));
  const answer = commands.send('support-session:pin', aPin);
  const isSettled = vi.fn();
  answer.then(isSettled, isSettled);
  clock.advance(PIN_WITHIN_MS);
  await Promise.resolve();
  expect(isSettled).not.toHaveBeenCalled();
  clock.advance(10_000);
  await expect(answer).rejects.toMatchObject({ code: 'outcome-pending' });
});

test('R2 a console that reconnects in the middle of a pin learns its outcome once, and holds up no other command', async () => {
  const { appliance, commands, noticed } = aSender();
  let pinned: (value: typeof PINNED) => void = () => undefined;
  appliance.request
    .mockRejectedValueOnce(new ConnectionLost())
    .mockRejectedValueOnce(new ConnectionLost())
    .mockReturnValueOnce(
      new Promise((resolve) => {
        pinned = resolve;
      }),
    )
    .mockResolvedValueOnce(SESSION);
  const [pin, jump] = [commands.send('support-session:pin', aPin), commands.send('jump-item:jump', aJump)];
  const settled = () => appliance.request.mock.settledResults.map(({ type }) => type);
  await eventually(() => expect(settled()).toEqual(['rejected', 'rejected']));
  const resolved = commands.resolveUnfinished();
  await expect(jump).resolves.toEqual(SESSION);
  expect(appliance.request.mock.calls[2]).toEqual(['support-session:pin', { ...aPin, repeated: true }]);
  pinned(PINNED);
  await expect(pin).resolves.toEqual(PINNED);
  await resolved;
  expect(noticed).not.toHaveBeenCalled();
});

test('R2 what came of a pin that a console was ended in is told to the next one, once', async () => {
  const killed = aSender();
  killed.appliance.request.mockReturnValue(new Promise(() => undefined));
  void killed.commands.send('support-session:pin', aPin);
  const next = aSender(killed.path);
  next.appliance.request.mockResolvedValue(PINNED);
  await next.commands.resolveUnfinished();
  await next.commands.resolveUnfinished();
  expect(next.noticed).toHaveBeenCalledExactlyOnceWith({ notice: 'pinned-late', ...PINNED });
});

test('who signs out hears that an answer is still to come, and of it when signed in again', async () => {
  const { appliance, commands, noticed, signedInAs } = aSender();
  appliance.request
    .mockRejectedValueOnce(new ConnectionLost())
    .mockRejectedValueOnce(new JumpError('outcome-unknown'));
  const answer = commands.send('jump-items:remove', aRemoval(3));
  await eventually(() => expect(appliance.request).toHaveBeenCalledOnce());
  commands.signedOut();
  await expect(answer).rejects.toMatchObject({ code: 'outcome-pending' });
  signedInAs.mockReturnValue(null);
  await commands.resolveUnfinished();
  expect(appliance.request).toHaveBeenCalledOnce();

  signedInAs.mockReturnValue(ANNA);
  await commands.resolveUnfinished();
  expect(noticed).toHaveBeenCalledExactlyOnceWith({
    notice: 'command-unfinished',
    deed: 'removed',
    count: 3,
    code: 'outcome-unknown',
  });
});

test('nobody sends again what a colleague left unfinished at the same console', async () => {
  const annas = aSender();
  annas.appliance.request.mockRejectedValue(new ConnectionLost());
  void annas.commands.send('jump-items:remove', aRemoval(3)).catch(() => undefined);
  await eventually(() => expect(annas.appliance.request).toHaveBeenCalledOnce());
  const bens = aSender(annas.path, RepresentativeId.parse('ben'));
  await bens.commands.resolveUnfinished();
  expect(bens.appliance.request).not.toHaveBeenCalled();
  expect(unfinished(bens.journal)).toHaveLength(1);
});

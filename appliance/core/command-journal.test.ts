import { expect, test, vi } from 'vitest';
import { JumpError } from '#app/domain/jump-error.ts';
import { anOpId, createCoreFixture, representativeId } from '../testing/core-fixture.ts';
import { type Command, JOURNAL_KEPT_MS } from './command-journal.ts';

function aCommand(given: Partial<Command> = {}): Command {
  const known = { representativeId: representativeId('anna'), repeated: false, acquainted: false };
  return { ...known, request: 'jump-item:jump', opId: anOpId(), body: { what: 'this' }, ...given };
}

test('a repeat gets the same answer and does nothing twice', async () => {
  const { core } = await createCoreFixture();
  const command = aCommand();
  const perform = vi.fn(async (settle) => settle(() => ({ done: 1 })));
  const first = await core.journal.perform(command, perform);
  const second = await core.journal.perform({ ...command, repeated: true }, perform);
  expect(first).toEqual({ ok: true, value: { done: 1 } });
  expect(second).toEqual(first);
  expect(perform).toHaveBeenCalledTimes(1);
});

test('a repeat while the first is under way waits for its answer', async () => {
  const { core } = await createCoreFixture();
  const command = aCommand();
  const perform = vi.fn(async (settle) => settle(() => 'once'));
  const both = await Promise.all([
    core.journal.perform(command, perform),
    core.journal.perform({ ...command, repeated: true }, perform),
  ]);
  expect(both).toEqual([
    { ok: true, value: 'once' },
    { ok: true, value: 'once' },
  ]);
  expect(perform).toHaveBeenCalledTimes(1);
});

test('refusals are remembered too', async () => {
  const { core } = await createCoreFixture();
  const command = aCommand();
  const refuse = () => Promise.reject(new JumpError('not-permitted', { detail: 'jump-to-jump-items' }));
  const answer = { ok: false, code: 'not-permitted', detail: 'jump-to-jump-items' };
  expect(await core.journal.perform(command, refuse)).toEqual(answer);
  expect(await core.journal.perform(command, async () => 'now it would work')).toEqual(answer);
});

test('another body under the same number is refused with op-id-reused', async () => {
  const { core } = await createCoreFixture();
  const command = aCommand();
  await core.journal.perform(command, async (settle) => settle(() => 1));
  const reused = await core.journal.perform({ ...command, body: { what: 'that' } }, async () => 2);
  expect(reused).toEqual({ ok: false, code: 'op-id-reused' });
});

test('the number of one representative means nothing for another', async () => {
  const { core } = await createCoreFixture();
  const command = aCommand();
  await core.journal.perform(command, async (settle) => settle(() => 'Anna’s'));
  const bens = { ...command, representativeId: representativeId('ben') };
  expect(await core.journal.perform(bens, async () => 'Ben’s')).toEqual({ ok: true, value: 'Ben’s' });
});

test('an unknown repeat is outcome-unknown for a console that this process has never met', async () => {
  const { core } = await createCoreFixture();
  const perform = vi.fn(async () => 'done');
  const stranger = aCommand({ repeated: true });
  expect(await core.journal.perform(stranger, perform)).toEqual({ ok: false, code: 'outcome-unknown' });
  expect(perform).not.toHaveBeenCalled();
  const acquaintance = aCommand({ repeated: true, acquainted: true });
  expect(await core.journal.perform(acquaintance, perform)).toEqual({ ok: true, value: 'done' });
});

test('answers are forgotten after 24 hours', async () => {
  const { core, environment } = await createCoreFixture();
  await core.journal.perform(aCommand(), async (settle) => settle(() => 1));
  environment.advance(JOURNAL_KEPT_MS);
  await core.journal.perform(aCommand(), async (settle) => settle(() => 2));
  expect([...core.site.all('performed-command')]).toHaveLength(1);
});

test('a bug is no answer: it is thrown, and nothing is remembered', async () => {
  const { core } = await createCoreFixture();
  const bug = () => Promise.reject(new TypeError('a bug'));
  await expect(core.journal.perform(aCommand(), bug)).rejects.toThrow('a bug');
  expect([...core.site.all('performed-command')]).toHaveLength(0);
});

import { expect, test } from 'vitest';
import { JumpItemId, SupportSessionId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { refusalText } from '../refusal-text.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aJumpClient, aJumpShortcut } from '../test-support/jump-items.ts';
import { runAction } from './actions.ts';
import { jumpAgain } from './jump-to-item.ts';
import { viewAction } from './use-action.ts';

async function setUp(...items: JumpItem[]) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot(items);
  const selectedIds = new Set(items.map(({ id }) => id));
  fake.store.setState({ selectedIds, activeId: items[0]?.id ?? null });
  const summary = () => fake.store.getState().messages.find((message) => message.kind === 'jump-summary');
  return { ...fake, summary };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => aJumpClient(`ji-${index}`));

test('R1.8 ten selected items are asked for at once, before any answer', async () => {
  const { api, console } = await setUp(...many(10));
  api.jumpToItem.mockReturnValue(new Promise(() => undefined));
  runAction('jump', console);
  expect(api.jumpToItem).toHaveBeenCalledTimes(10);
});

test('R1.8 eleven are refused with the reason, and nothing is started', async () => {
  const { api, console, store } = await setUp(...many(11));
  runAction('jump', console);
  expect(api.jumpToItem).not.toHaveBeenCalled();
  expect(viewAction('jump', console).reason).toBe(
    'No more than 10 Jump Items at once. Nothing was started: select fewer.',
  );
  expect(store.getState().messages).toMatchObject([{ kind: 'refusal' }]);
});

test('R1.8 one summary names what failed and why; the first tab is shown; the failed ones are tried again', async () => {
  const { api, console, store, summary } = await setUp(
    aJumpClient('a'),
    aJumpClient('b', { name: 'Till', presence: 'offline' }),
    aJumpShortcut('c', { name: 'Terminal' }),
    aJumpClient('d'),
  );
  api.openShortcut.mockResolvedValue({ ok: false, code: 'client-not-found' });
  api.jumpToItem.mockImplementation(({ jumpItemId }) =>
    Promise.resolve(
      jumpItemId === 'b'
        ? { ok: false, code: 'client-offline' }
        : { ok: true, value: { sessionId: SupportSessionId.parse(`s-${jumpItemId}`) } },
    ),
  );
  runAction('jump', console);
  await expect.poll(() => summary()).toBeDefined();
  const told = summary();
  const failed = told?.kind === 'jump-summary' ? told.summary.failed : [];
  expect(told).toMatchObject({ summary: { started: 2 } });
  expect(failed.map(({ refusal }) => [refusal.about, refusalText(refusal)])).toEqual([
    ['Terminal', 'The Jump Client does not exist.'],
    ['Till', 'The Jump Client is offline.'],
  ]);
  expect(store.getState().messages).toHaveLength(1);
  expect(store.getState().chosenTab).toBe('s-a');

  api.jumpToItem.mockClear();
  jumpAgain(console, failed);
  expect(api.jumpToItem).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ jumpItemId: 'b' }));
  await expect.poll(() => summary()).toMatchObject({ summary: { started: 0 } });
});

test('R7.8 what would be refused now is foretold, and can be tried all the same', async () => {
  const { api, console } = await setUp(aJumpClient('a', { presence: 'offline' }));
  expect(viewAction('jump', console)).toMatchObject({
    isAvailable: true,
    reason: 'The Jump Client is offline.',
  });
  runAction('jump', console);
  expect(api.jumpToItem).toHaveBeenCalledOnce();
});

test('R7.8 R7.9 of several it is told how many would be refused', async () => {
  const { console } = await setUp(
    aJumpClient('a'),
    aJumpClient('b', { presence: 'offline' }),
    aJumpClient('c', { presence: 'uninstalled' }),
  );
  expect(viewAction('jump', console).reason).toBe('2 of 3 would be refused now.');
});

test('a selected item that is gone meanwhile is not jumped to', async () => {
  const { api, console, send } = await setUp(aJumpClient('a'), aJumpClient('b'));
  send({ jumpItems: { upserted: [], removed: [JumpItemId.parse('b')] } });
  runAction('jump', console);
  expect(api.jumpToItem).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ jumpItemId: 'a' }));
});

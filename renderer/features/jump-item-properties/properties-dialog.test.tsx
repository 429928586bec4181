import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { RefusedItem } from '#app/contracts/jump-item-commands.ts';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { checkText } from '#app/domain/text-limits.ts';
import { actions, runAction } from '../../actions/actions.ts';
import { listenForActions } from '../../actions/listen-for-actions.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient, aJumpShortcut, allUsersGroupId, wscott } from '../../test-support/jump-items.ts';
import { PropertiesDialog } from './properties-dialog.tsx';

afterEach(cleanup);

const till = aJumpClient('till', { name: 'Till', tag: 'pos', comments: 'by the door' });
const kiosk = aJumpClient('kiosk', { name: 'Kiosk', tag: 'kiosks' });
const safe = aJumpClient('safe', { name: 'Safe' });

async function setUp(items: readonly JumpItem[] = [till, kiosk, safe], selected = items) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot(items);
  fake.store
    .getState()
    .changeSelection((selection) => ({ ...selection, selectedIds: new Set(selected.map(({ id }) => id)) }));
  render(<PropertiesDialog />, { wrapper: fake.Wrapper });
  act(() => runAction('properties', fake.console));
  /** What another console makes of an item. */
  const change = (item: JumpItem, to: Partial<JumpItem>): JumpItem => {
    const next = { ...item, ...to, propertiesRev: item.propertiesRev + 1 } as JumpItem;
    act(() => fake.send({ jumpItems: { upserted: [next], removed: [] } }));
    return next;
  };
  const remove = (item: JumpItem) =>
    act(() => fake.send({ jumpItems: { upserted: [], removed: [item.id] } }));
  return { ...fake, change, remove };
}
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const tag = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Tag' });
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const dialog = () => screen.queryByRole('dialog');
const refusing = (fake: Awaited<ReturnType<typeof setUp>>, ...refused: RefusedItem[]) =>
  fake.api.editJumpItems.mockResolvedValueOnce({
    ok: true,
    value: { done: 0, refusedCount: refused.length, refused },
  });

describe('one item', () => {
  test('R1.10 title, sentence, fields and buttons, letter for letter and in their order', async () => {
    await setUp([till]);
    expect(screen.getByRole('dialog', { name: 'Edit Jump Client' }).textContent).toContain(
      'Please use the fields below to modify the existing Jump Client.',
    );
    const text = dialog()?.textContent ?? '';
    const places = ['Name', 'Jump Group', 'Tag', 'Comments', 'Reset', 'OK', 'Cancel'].map((word) =>
      text.lastIndexOf(word),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(box('Name').value).toBe('Till');
  });

  test('R1.10 OK sends what was edited and nothing else, and closes', async () => {
    const { api } = await setUp([till]);
    write(box('Name'), 'Till 2');
    await press('OK');
    expect(api.editJumpItems).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        change: { name: 'Till 2' },
        items: [{ jumpItemId: till.id, seen: { propertiesRev: 1, presenceRev: 1 } }],
      }),
    );
    expect(dialog()).toBeNull();
  });

  test('with nothing changed OK closes and sends nothing; so does Cancel with changes', async () => {
    const { api, console } = await setUp([till]);
    await press('OK');
    expect(dialog()).toBeNull();
    act(() => runAction('properties', console));
    write(box('Name'), 'Other');
    await press('Cancel');
    expect(dialog()).toBeNull();
    expect(api.editJumpItems).not.toHaveBeenCalled();
  });

  test('R2.4 an emptied tag is no tag', async () => {
    const { api } = await setUp([till]);
    await press('Clear the tag');
    await press('OK');
    expect(api.editJumpItems.mock.lastCall?.[0].change).toEqual({ tag: null });
  });

  test('R2.6 Reset restores what it opened with', async () => {
    await setUp([till]);
    write(box('Name'), 'Other');
    write(tag(), 'other');
    await press('Reset');
    expect([box('Name').value, tag().value]).toEqual(['Till', 'pos']);
  });

  test('a second OK while it is sent sends nothing more; what is typed stands still meanwhile', async () => {
    const fake = await setUp([till]);
    let answer = () => {};
    fake.api.editJumpItems.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = () => resolve({ ok: true, value: { done: 1, refusedCount: 0, refused: [] } });
      }),
    );
    write(box('Name'), 'Till 2');
    await press('OK');
    await press('OK');
    expect(fake.api.editJumpItems).toHaveBeenCalledOnce();
    expect(screen.getByText('Sending…')).toBeTruthy();
    expect(box('Name').readOnly).toBe(true);
    await act(async () => answer());
    expect(dialog()).toBeNull();
  });

  test('an appliance that cannot be reached is told in the dialog, and nothing typed is lost', async () => {
    const { api } = await setUp([till]);
    api.editJumpItems.mockResolvedValueOnce({ ok: false, code: 'appliance-unreachable' });
    write(box('Name'), 'Till 2');
    await press('OK');
    expect(screen.getByText('The appliance cannot be reached.')).toBeTruthy();
    expect(box('Name').value).toBe('Till 2');
  });

  test('OK while the connection is cut: once it is back, the dialog says that nothing was sent', async () => {
    const { api, emit, address } = await setUp([till]);
    write(box('Name'), 'Till 2');
    act(() =>
      emit('connectionChanged', { state: 'reconnecting', address, since: 0, applianceAheadMs: 0 } as never),
    );
    api.editJumpItems.mockResolvedValueOnce({ ok: false, code: 'appliance-unreachable' });
    await press('OK');
    expect(screen.getByText('The appliance cannot be reached.')).toBeTruthy();
    act(() => emit('connectionChanged', { state: 'connected', address, applianceAheadMs: 0 }));
    expect(screen.queryByText('The appliance cannot be reached.')).toBeNull();
    const note = 'The appliance can be reached again. Nothing was sent yet.';
    expect(screen.getByText(note)).toBeTruthy();
    expect(box('Name').value).toBe('Till 2');
    await press('OK');
    expect(dialog()).toBeNull();
  });

  test('a cut connection takes nothing that was typed', async () => {
    const { emit, sendSnapshot, address } = await setUp([till]);
    write(box('Name'), 'Till 2');
    act(() =>
      emit('connectionChanged', { state: 'reconnecting', address, since: 0, applianceAheadMs: 0 } as never),
    );
    act(() => emit('connectionChanged', { state: 'connected', address, applianceAheadMs: 0 }));
    act(() => sendSnapshot([till]));
    expect(box('Name').value).toBe('Till 2');
  });

  test('a shortcut has its host name and port, checked alike', async () => {
    const { api } = await setUp([aJumpShortcut('rdp')]);
    expect(screen.getByRole('dialog', { name: 'Edit Local RDP Shortcut' })).toBeTruthy();
    write(box('Port'), '65536');
    expect(screen.getByText('A whole number from 1 to 65535.')).toBeTruthy();
    write(box('Port'), '');
    write(box('Hostname/IP'), '10.0.0.2');
    await press('OK');
    expect(api.editJumpItems.mock.lastCall?.[0].change).toEqual({ hostname: '10.0.0.2', port: null });
  });
});

describe('R2.2 what is typed is checked as in the appliance', () => {
  test.each(['name', 'tag', 'comments'] as const)(
    'each of the hostile texts as %s',
    async (kind) => {
      const { api } = await setUp([till]);
      const field = kind === 'tag' ? tag() : box(kind === 'name' ? 'Name' : 'Comments');
      const verdicts = HOSTILE_TEXTS.map(([about, text]) => {
        write(field, text);
        // The browser itself takes line breaks out of a single line: what the field holds is what counts.
        const isTaken = (kind === 'tag' && field.value === '') || checkText(kind, field.value).ok;
        return { about, isTaken, isSaid: field.getAttribute('aria-invalid') !== 'true' };
      });
      expect(verdicts.filter(({ isTaken, isSaid }) => isTaken !== isSaid)).toEqual([]);
      write(field, 'half \ud83d');
      await press('OK');
      expect(api.editJumpItems).not.toHaveBeenCalled();
    },
    30_000,
  );

  test('129 code points: the reason stands beside the name while typing, and OK says that nothing was sent', async () => {
    const { api } = await setUp([till]);
    write(box('Name'), 'a'.repeat(129));
    expect(screen.getByText('At most 128 characters; these are 129.')).toBeTruthy();
    await press('OK');
    expect(screen.getByText('Nothing was sent: look at what is marked above.')).toBeTruthy();
    expect(api.editJumpItems).not.toHaveBeenCalled();
    write(box('Name'), `${'a'.repeat(127)}😀`);
    expect(screen.queryByText(/Nothing was sent/)).toBeNull();
    write(box('Name'), 'a'.repeat(129));
    expect(screen.queryByText(/Nothing was sent/), 'OK was not pressed since').toBeNull();
  });

  test('R7.7 removed after OK was refused: what is said last is why nothing can be sent, not what is marked', async () => {
    const { remove } = await setUp([till]);
    write(box('Name'), 'a'.repeat(129));
    await press('OK');
    remove(till);
    expect(screen.getByRole('alert').textContent).toBe('The Jump Client does not exist.');
  });

  test('R1.10 Reset forgets that OK was pressed as well', async () => {
    await setUp([till]);
    write(box('Name'), 'a'.repeat(129));
    await press('OK');
    await press('Reset');
    write(box('Name'), 'a'.repeat(129));
    expect(screen.queryByText(/Nothing was sent/)).toBeNull();
  });
});

describe('somebody else changed it meanwhile', () => {
  test('it is shown beside the field at once, and OK waits for the choice', async () => {
    const { api, change } = await setUp([till]);
    write(box('Name'), 'Mine');
    const theirs = change(till, { name: 'Theirs' });
    expect(screen.getByText('Theirs').parentElement?.textContent).toBe('Changed meanwhile to Theirs');
    await press('OK');
    expect(api.editJumpItems).not.toHaveBeenCalled();
    await press('Keep mine: Name');
    await press('OK');
    expect(api.editJumpItems.mock.lastCall?.[0]).toMatchObject({
      change: { name: 'Mine' },
      items: [{ seen: { propertiesRev: theirs.propertiesRev } }],
    });
  });

  test('Use theirs keeps the rest of what was typed', async () => {
    const { api, change } = await setUp([till]);
    write(box('Name'), 'Mine');
    write(tag(), 'mine');
    change(till, { name: 'Theirs' });
    await press('Use theirs: Name');
    expect(box('Name').value).toBe('Theirs');
    await press('OK');
    expect(api.editJumpItems.mock.lastCall?.[0].change).toEqual({ tag: 'mine' });
  });

  test('what only the refusal tells is shown likewise; nothing is written over unseen', async () => {
    const fake = await setUp([till]);
    const current = { ...till, name: 'Theirs', propertiesRev: 2 };
    refusing(fake, { jumpItemId: till.id, name: 'Till', code: 'changed-meanwhile', current });
    write(box('Name'), 'Mine');
    await press('OK');
    expect(screen.getByText('Theirs')).toBeTruthy();
    await press('Keep mine: Name');
    await press('OK');
    expect(fake.api.editJumpItems.mock.lastCall?.[0].items[0]?.seen.propertiesRev).toBe(2);
    expect(dialog()).toBeNull();
  });

  test('R7.7 removed meanwhile: message 7, and the text can still be copied', async () => {
    const { remove } = await setUp([till]);
    write(box('Comments'), 'long and precious');
    remove(till);
    expect(screen.getByRole('alert').textContent).toBe('The Jump Client does not exist.');
    expect(screen.getByRole('button', { name: 'OK' }).getAttribute('aria-disabled')).toBe('true');
    expect(box('Comments').disabled).toBe(false);
  });

  test('R7.7 removed, and only the appliance knows: the same message', async () => {
    const fake = await setUp([till]);
    refusing(fake, { jumpItemId: till.id, name: '', code: 'client-not-found', current: null });
    write(box('Name'), 'Mine');
    await press('OK');
    expect(screen.getByRole('alert').textContent).toBe('The Jump Client does not exist.');
  });

  test('R7.8 gone offline unseen: message 8 in the dialog; once it is seen, OK may be tried again', async () => {
    const fake = await setUp([till]);
    refusing(fake, { jumpItemId: till.id, name: 'Till', code: 'client-offline', current: null });
    write(box('Name'), 'Mine');
    await press('OK');
    expect(screen.getByRole('alert').textContent).toBe('The Jump Client is offline.');
    expect(fake.store.getState().messages).toEqual([]);
    await press('OK');
    expect(dialog()).toBeNull();
  });
});

describe('a right withdrawn while it is open', () => {
  test('is said at once; OK has nothing to do until it is given back', async () => {
    const { api, send } = await setUp([till]);
    write(box('Name'), 'Mine');
    act(() => send({ representative: { ...wscott, rights: ['jump-to-jump-items'] } }));
    expect(screen.getByRole('alert').textContent).toContain('Missing right: Edit Jump Items.');
    await press('OK');
    expect(api.editJumpItems).not.toHaveBeenCalled();
    act(() => send({ representative: wscott }));
    await press('OK');
    expect(api.editJumpItems).toHaveBeenCalledOnce();
  });

  test('to move: the chosen group says why', async () => {
    const fake = await setUp([till]);
    const ben = { kind: 'personal' as const, id: 'g-ben' as never, name: 'Ben', ownerId: 'r-ben' as never };
    const rights = [...wscott.rights, 'move-jump-items-of-others' as const];
    act(() =>
      fake.send({ representative: { ...wscott, rights }, jumpGroups: { upserted: [ben], removed: [] } }),
    );
    await press('All users Jump Group');
    await act(async () => void fireEvent.click(screen.getByRole('option', { name: 'Ben' })));
    act(() => fake.send({ representative: wscott }));
    expect(dialog()?.textContent).toContain('Missing right: Move Jump Items into and out of other users');
    await press('OK');
    expect(fake.api.editJumpItems).not.toHaveBeenCalled();
  });
});

describe('many items', () => {
  test('R1.10 say what is mixed; OK shows first what it will do, and Apply does it', async () => {
    const { api } = await setUp();
    expect(box('Name').placeholder).toBe('Mixed values: 3 names');
    expect(tag().placeholder).toBe('Mixed values: 2 tags, some without');
    write(tag(), 'kiosks');
    await press('OK');
    expect(api.editJumpItems).not.toHaveBeenCalled();
    const preview = screen.getByRole('region', { name: 'Tag' });
    expect(
      within(preview)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(['none→kiosks1', 'pos→kiosks1']);
    expect(document.activeElement?.textContent).toBe('Apply');
    await press('Apply');
    expect(api.editJumpItems.mock.lastCall?.[0]).toMatchObject({ change: { tag: 'kiosks' } });
    expect(api.editJumpItems.mock.lastCall?.[0].items.map(({ jumpItemId }) => jumpItemId)).toEqual([
      safe.id,
      till.id,
    ]);
  });

  test('Back goes back with everything typed; Leave as it is takes a field back', async () => {
    const { api } = await setUp();
    write(tag(), 'kiosks');
    await press('OK');
    await press('Back');
    expect(tag().value).toBe('kiosks');
    await press('Leave as it is: Tag');
    expect(tag().placeholder).toBe('Mixed values: 2 tags, some without');
    await press('OK');
    expect(dialog()).toBeNull();
    expect(api.editJumpItems).not.toHaveBeenCalled();
  });

  test('mixed tags are cleared on all on purpose only', async () => {
    const { api } = await setUp();
    await press('Clear on all 3: Tag');
    await press('OK');
    await press('Apply');
    expect(api.editJumpItems.mock.lastCall?.[0].change).toEqual({ tag: null });
  });

  test('R7.7 one that is removed meanwhile is named, and the rest goes on', async () => {
    const { api, remove } = await setUp();
    write(tag(), 'mine');
    remove(kiosk);
    expect(screen.getByText(/1 of these does not exist any more:/).textContent).toContain('Kiosk');
    await press('OK');
    await press('Apply');
    expect(api.editJumpItems.mock.lastCall?.[0].items).toHaveLength(2);
  });

  test('those that somebody else changed are listed, with what; they are included or left', async () => {
    const { api, change } = await setUp();
    write(tag(), 'mine');
    change(kiosk, { tag: 'theirs' });
    expect(screen.getByText(/1 of these was changed by somebody else/)).toBeTruthy();
    await press('OK');
    expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
    await press('Leave it');
    await press('OK');
    await press('Apply');
    expect(api.editJumpItems.mock.lastCall?.[0].items.map(({ jumpItemId }) => jumpItemId)).not.toContain(
      kiosk.id,
    );
  });

  test('a change while the preview is shown leads back to the choice', async () => {
    const { change } = await setUp();
    write(tag(), 'mine');
    await press('OK');
    expect(screen.getByRole('button', { name: 'Apply' })).toBeTruthy();
    change(kiosk, { tag: 'theirs' });
    expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
    expect(screen.getByText(/1 of these was changed by somebody else/)).toBeTruthy();
  });

  test('what the appliance refused for a change is asked about; the others are done', async () => {
    const fake = await setUp();
    const current = { ...kiosk, comments: 'theirs', propertiesRev: 2 };
    fake.api.editJumpItems.mockResolvedValueOnce({
      ok: true,
      value: {
        done: 2,
        refusedCount: 1,
        refused: [{ jumpItemId: kiosk.id, name: 'Kiosk', code: 'changed-meanwhile', current }],
      },
    });
    write(tag(), 'mine');
    await press('OK');
    await press('Apply');
    expect(screen.getByText('2 Jump Items were changed.')).toBeTruthy();
    expect(screen.getByText(/1 of these was changed by somebody else/)).toBeTruthy();
    await press('Apply to it as well');
    await press('OK');
    await press('Apply');
    expect(fake.api.editJumpItems.mock.lastCall?.[0].items).toEqual([
      { jumpItemId: kiosk.id, seen: { propertiesRev: 2, presenceRev: 1 } },
    ]);
    expect(dialog()).toBeNull();
  });
});

describe('the action', () => {
  test('is not there without a selection, and says which right is missing', async () => {
    const { console, store, send } = await setUp([till], []);
    expect(actions.properties.availability(console)).toBe('unavailable');
    act(() => store.getState().selectJumpItem(till.id));
    expect(actions.properties.availability(console)).toBe('available');
    act(() => send({ representative: { ...wscott, rights: [] } }));
    expect(actions.properties.availability(console)).toEqual({
      about: 'Till',
      code: 'not-permitted',
      detail: 'edit-jump-items',
    });
  });

  test('no key or menu entry of the window does anything behind the open dialog', async () => {
    const { console, emit, store } = await setUp([till]);
    const end = listenForActions(console);
    write(box('Name'), 'Mine');
    fireEvent.keyDown(box('Name'), { key: 'k', ctrlKey: true });
    act(() => emit('actionChosen', { actionId: 'command-palette' }));
    expect(store.getState().openDialog).toBe('properties');
    expect(box('Name').value).toBe('Mine');
    end();
  });

  test('more than a command takes are told before', async () => {
    const many = Array.from({ length: 10_001 }, (_, place) =>
      aJumpClient(`ji-${place}`, { jumpGroupId: allUsersGroupId }),
    );
    const { console } = await setUp(many);
    expect(dialog()).toBeNull();
    expect(actions.properties.availability(console)).toMatchObject({ code: 'too-many-items' });
  });
});

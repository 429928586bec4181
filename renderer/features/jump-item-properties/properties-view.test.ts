import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { checkText } from '#app/domain/text-limits.ts';
import { aJumpClient, aJumpShortcut, allUsersGroupId, teamGroupId } from '../../test-support/jump-items.ts';
import { changeOfDraft } from './properties-draft.ts';
import { previewDraft } from './properties-preview.ts';
import {
  editField,
  includeChanged,
  keepMine,
  leaveField,
  leaveOut,
  noteRefusals,
  openProperties,
  type PropertiesState,
  resetProperties,
  takeTheirs,
} from './properties-state.ts';
import {
  currentItems,
  type FieldView,
  isUndecided,
  itemsToChange,
  viewProperties,
} from './properties-view.ts';

const till = aJumpClient('till', { name: 'Till', tag: 'pos', comments: 'by the door' });
const kiosk = aJumpClient('kiosk', { name: 'Kiosk', tag: null, jumpGroupId: teamGroupId });
const office = aJumpShortcut('office', { name: 'Office', tag: 'pos' });

/** The item as somebody else made it. */
const changed = (item: JumpItem, change: Partial<JumpItem>): JumpItem =>
  ({ ...item, ...change, propertiesRev: item.propertiesRev + 1 }) as JumpItem;
const see = (state: PropertiesState, ...now: JumpItem[]) =>
  viewProperties(
    state,
    currentItems(state, (id) => now.find((item) => item.id === id)),
  );
const field = (view: { fields: readonly FieldView[] }, name: FieldView['name']) =>
  view.fields.find((one) => one.name === name);

describe('one item', () => {
  const opened = openProperties([till]);

  test('R1.10 shows its values; with nothing changed nothing is to be sent', () => {
    const view = see(opened, till);
    expect(view.fields.map(({ name, text }) => [name, text])).toEqual([
      ['name', 'Till'],
      ['jumpGroupId', allUsersGroupId],
      ['tag', 'pos'],
      ['comments', 'by the door'],
    ]);
    expect(itemsToChange(opened, view)).toEqual([]);
    const typedBack = editField(editField(opened, 'name', 'Other'), 'name', 'Till');
    expect(itemsToChange(typedBack, see(typedBack, till))).toEqual([]);
  });

  test.each(HOSTILE_TEXTS)('R2.2 what is sent of %s is what the appliance keeps of it', (_, text) => {
    for (const kind of ['name', 'tag', 'comments'] as const) {
      const checked = checkText(kind, text);
      if (!checked.ok) continue;
      const kept = kind === 'tag' && text === '' ? null : checked.value;
      expect(changeOfDraft({ [kind]: text })).toEqual({ [kind]: kept });
    }
  });

  test('a shortcut has its address, too', () => {
    expect(see(openProperties([office]), office).fields.map(({ name }) => name)).toEqual([
      'name',
      'hostname',
      'port',
      'jumpGroupId',
      'tag',
      'comments',
    ]);
  });

  test('a field that somebody else changed waits for a choice, edited or not', () => {
    const theirs = changed(till, { name: 'Till 2', tag: 'tills' });
    const view = see(editField(opened, 'name', 'Mine'), theirs);
    expect(field(view, 'name')).toMatchObject({ text: 'Mine', theirs: 'Till 2' });
    expect(field(view, 'tag')).toMatchObject({ text: 'pos', theirs: 'tills' });
    expect(isUndecided(view)).toBe(true);
  });

  test('Use theirs takes it over, and it stays as it is', () => {
    const theirs = changed(till, { name: 'Till 2' });
    const state = takeTheirs(editField(opened, 'name', 'Mine'), theirs, 'name');
    const view = see(state, theirs);
    expect(field(view, 'name')).toMatchObject({ text: 'Till 2', theirs: null, isTouched: false });
    expect(itemsToChange(state, view)).toEqual([]);
  });

  test('Keep mine writes over it, even over a field that was not edited', () => {
    const theirs = changed(till, { name: 'Till 2' });
    const state = keepMine(opened, theirs, 'name');
    const view = see(state, theirs);
    expect(field(view, 'name')).toMatchObject({ text: 'Till', theirs: null });
    expect(itemsToChange(state, view)).toEqual([theirs]);
    const again = see(state, changed(theirs, { name: 'Till 3' }));
    expect(field(again, 'name')?.theirs).toBe('Till 3');
  });

  test('nothing is to be chosen where both made the same of it', () => {
    const view = see(editField(opened, 'name', 'e\u0301'), changed(till, { name: 'é' }));
    expect(isUndecided(view)).toBe(false);
  });

  test('R2.6 Reset restores what the dialog opened with, and what was chosen is open again', () => {
    const theirs = changed(till, { name: 'Till 2' });
    const state = resetProperties(takeTheirs(editField(opened, 'comments', 'x'), theirs, 'name'));
    const view = see(state, theirs);
    expect(field(view, 'name')).toMatchObject({ text: 'Till', theirs: 'Till 2' });
    expect(field(view, 'comments')?.text).toBe('by the door');
  });

  test('R7.7 removed meanwhile, it keeps what was typed', () => {
    const view = see(editField(opened, 'name', 'Mine'));
    expect(view.items).toEqual([]);
    expect(view.gone).toEqual([till]);
    expect(field(view, 'name')?.text).toBe('Mine');
  });

  test('what a refusal tells counts until the list has caught up', () => {
    const theirs = changed(till, { name: 'Till 2' });
    const refused = {
      jumpItemId: till.id,
      name: 'Till',
      code: 'changed-meanwhile' as const,
      current: theirs,
    };
    const state = noteRefusals(editField(opened, 'name', 'Mine'), {
      done: 0,
      refusedCount: 1,
      refused: [refused],
    });
    expect(field(see(state, till), 'name')?.theirs).toBe('Till 2');
    expect(field(see(state, changed(theirs, { name: 'Till 3' })), 'name')?.theirs).toBe('Till 3');
  });
});

describe('many items', () => {
  const opened = openProperties([till, kiosk, office]);
  const now = [till, kiosk, office];

  test('R1.10 say what they do not have in common; of different kinds only the common fields', () => {
    const view = see(opened, ...now);
    expect(view.fields.map(({ name }) => name)).toEqual(['name', 'jumpGroupId', 'tag', 'comments']);
    expect(field(view, 'name')).toMatchObject({ text: '', mixed: { count: 3, isSomeEmpty: false } });
    expect(field(view, 'tag')).toMatchObject({ mixed: { count: 1, isSomeEmpty: true } });
    expect(field(view, 'jumpGroupId')).toMatchObject({ mixed: { count: 2 } });
  });

  test('an edited field is set on all that differ, the others stay as they are', () => {
    const state = editField(opened, 'tag', 'pos');
    expect(itemsToChange(state, see(state, ...now))).toEqual([kiosk]);
    const left = leaveField(state, 'tag');
    expect(itemsToChange(left, see(left, ...now))).toEqual([]);
    expect(field(see(left, ...now), 'tag')?.mixed).not.toBeNull();
  });

  test('a change by somebody else matters where it would be written over', () => {
    const theirs = changed(kiosk, { tag: 'kiosks' });
    expect(see(editField(opened, 'comments', 'x'), till, theirs, office).changed).toEqual([]);
    const state = editField(opened, 'tag', 'mine');
    expect(see(state, till, theirs, office).changed).toEqual([
      { seen: kiosk, latest: theirs, fields: ['tag'] },
    ]);
    const included = includeChanged(state, [theirs]);
    expect(itemsToChange(included, see(included, till, theirs, office))).toHaveLength(3);
    const out = leaveOut(state, [kiosk.id]);
    const view = see(out, till, theirs, office);
    expect(itemsToChange(out, view)).toEqual([till, office]);
    expect(isUndecided(view)).toBe(false);
  });

  test('R7.7 one that was removed meanwhile is named, the rest goes on', () => {
    const state = editField(opened, 'tag', 'mine');
    const view = see(state, till, office);
    expect(view.gone).toEqual([kiosk]);
    expect(itemsToChange(state, view)).toEqual([till, office]);
  });

  test('R1.10 the preview groups by what it is now', () => {
    const items = Array.from({ length: 60 }, (_, place) =>
      aJumpClient(`ji-${place}`, { tag: place < 40 ? 'servers' : place < 52 ? null : 'kiosks' }),
    );
    expect(previewDraft({ tag: 'kiosks', comments: '' }, items)).toEqual([
      {
        name: 'tag',
        to: 'kiosks',
        count: 52,
        lines: [
          { from: 'servers', count: 40 },
          { from: '', count: 12 },
        ],
        rest: null,
      },
    ]);
  });

  test('the preview sums up what it does not list: every changed item is counted once', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 60 }), (names) => {
        const items = names.map((name, place) => aJumpClient(`ji-${place}`, { name }));
        const total = previewDraft({ name: 'a' }, items).reduce(
          (sum, { lines, rest }) =>
            sum + (rest?.count ?? 0) + lines.reduce((all, { count }) => all + count, 0),
          0,
        );
        expect(total).toBe(names.filter((name) => name !== 'a').length);
      }),
    );
  });
});

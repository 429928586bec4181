import type { NewShortcut } from '#app/domain/jump-item-change.ts';
import { missingRight } from '#app/domain/jump-item-permission.ts';
import { isLive } from '../store/connection-slice.ts';
import type { Console } from '../store/console-context.tsx';
import type { ConsoleState } from '../store/console-store.ts';
import type { Refusal } from '../store/messages-slice.ts';
import { selectedRowsOf } from '../store/selected-rows.ts';
import type { ShortcutTemplate } from '../store/shortcut-template-slice.ts';
import { t } from '../texts.ts';
import type { ActionBehaviour, Availability } from './action.ts';

/** Why this representative may create in no Jump Group at all (R1.4); null where there is one. */
export function createRefusal({
  representative,
  jumpGroups,
}: Pick<ConsoleState, 'representative' | 'jumpGroups'>): Pick<Refusal, 'code' | 'detail'> | null {
  if (representative === null) return null;
  const missing = [...jumpGroups.rows.values()].map((group) => missingRight(representative, group, 'create'));
  const [first] = missing;
  if (missing.includes(null) || first === undefined || first === null) return null;
  return { code: 'not-permitted', detail: first };
}

function createAvailability({ store }: Console): Availability {
  const state = store.getState();
  if (state.representative === null) return 'unavailable';
  const about = t('create.about');
  if (!isLive(state.connection)) return { about, code: 'appliance-unreachable' };
  const refusal = createRefusal(state);
  return refusal === null ? 'available' : { about, ...refusal };
}

function open({ store }: Console, template: ShortcutTemplate): void {
  store.getState().setShortcutTemplate(template);
  store.getState().toggleDialog('create-shortcut');
}

/** Create (R1.4): a new shortcut of this Jump Method. */
export function createAction(method: NewShortcut['method']): ActionBehaviour {
  return {
    icon: 'plus',
    availability: createAvailability,
    run: (console) => open(console, { method }),
  };
}

function selectedAlone({ store, rows }: Console) {
  const { selectedIds } = store.getState();
  return selectedIds.size === 1 ? selectedRowsOf(rows, selectedIds)[0]?.item : undefined;
}

/** Duplicate: a new shortcut with the properties of the selected item; of a Jump Client, one that leads to its computer. */
export const duplicate: ActionBehaviour = {
  icon: 'duplicate',
  availability: (console) =>
    selectedAlone(console) === undefined ? 'unavailable' : createAvailability(console),
  run(console) {
    const item = selectedAlone(console);
    if (item !== undefined) open(console, { duplicateOf: item });
  },
};

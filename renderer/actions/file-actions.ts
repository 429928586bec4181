import { isLive } from '../store/connection-slice.ts';
import { t } from '../texts.ts';
import type { ActionBehaviour } from './action.ts';

/** Export… (R1.4): of what is known, also while the appliance cannot be reached. */
export const exportItems: ActionBehaviour = {
  icon: 'export',
  availability: ({ store, rows }) =>
    store.getState().representative !== null && rows.getList().counts.all.total > 0
      ? 'available'
      : 'unavailable',
  run: ({ store }) => store.getState().toggleDialog('export'),
};

/** Import…: for who may create or change Jump Items; each line is checked again for its own group. */
export const importItems: ActionBehaviour = {
  icon: 'import',
  availability({ store }) {
    const { representative, connection } = store.getState();
    if (representative === null) return 'unavailable';
    const about = t('import.title');
    const mayChange = (['edit-jump-items', 'create-jump-items'] as const).some((right) =>
      representative.rights.includes(right),
    );
    if (!mayChange) return { about, code: 'not-permitted', detail: 'edit-jump-items' };
    return isLive(connection) ? 'available' : { about, code: 'appliance-unreachable' };
  },
  run: ({ store }) => store.getState().toggleDialog('import'),
};

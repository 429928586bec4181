import type { ActionBehaviour } from './action.ts';
import { changeAvailability } from './change-availability.ts';

/** Properties (R1.10): of the selected item, or of many at once. */
export const properties: ActionBehaviour = {
  icon: 'properties',
  availability: (console) => changeAvailability(console, 'edit'),
  run: ({ store }) => store.getState().toggleDialog('properties'),
};

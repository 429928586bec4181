import type { ApplianceCore } from '../core/appliance-core.ts';
import type { CustomerDoor } from '../sockets/customer-door.ts';
import type { Route } from './route.ts';

/** Session keys, and those who joined with one. */
export function customerRoutes(core: ApplianceCore, customerDoor: CustomerDoor): readonly Route[] {
  return [
    {
      method: 'DELETE',
      path: '/session-keys',
      answer: async () => ({ expired: await core.sessionKeys.expireAll() }),
    },
    { method: 'POST', path: '/customers/drop', answer: () => ({ dropped: customerDoor.drop() }) },
  ];
}

import { z } from 'zod';
import { Customer } from '#app/domain/support-session.ts';
import type { ApplianceCore } from '../core/appliance-core.ts';
import { CustomerScript, joinAsCustomer, type ScriptedCustomer } from '../testing/scripted-customer.ts';
import { ControlRefusal, parseBody } from './control-refusal.ts';
import { definedOnly } from './defined-only.ts';
import type { Route } from './route.ts';

const Joining = z.strictObject({
  sessionKey: z.string(),
  name: Customer.shape.name.default('Erika Muster'),
  hostname: Customer.shape.hostname.default('home-pc'),
  platform: Customer.shape.platform.default('linux'),
  operatingSystem: Customer.shape.operatingSystem.default('Debian GNU/Linux 12'),
  mode: Customer.shape.mode.default('user'),
  apps: Customer.shape.apps,
  ...CustomerScript.partial().shape,
});
const ScriptChange = CustomerScript.partial();
const WILLING: CustomerScript = { answer: 'allow', until: 100, outcome: 'pinned' };

/** Customers that the control interface plays: each joins with a session key, and does what its script says. */
export function createScriptedCustomers(
  { environment }: Pick<ApplianceCore, 'environment'>,
  applianceUrl: string,
) {
  const customers = new Map<string, ScriptedCustomer>();
  const known = (id: string): ScriptedCustomer => {
    const customer = customers.get(id);
    if (customer === undefined) throw new ControlRefusal(404, 'there is no such customer');
    return customer;
  };
  const show = (id: string, { sessionId, name, state }: ScriptedCustomer) => ({
    id,
    sessionId,
    name,
    state: state(),
  });
  const join = async (body: unknown) => {
    const { sessionKey, answer, until, outcome, apps, ...rest } = parseBody(Joining, body);
    const computer = { ...rest, ...(apps !== undefined && { apps }) };
    const { token } = environment.randomness;
    const id = environment.randomness.uuid();
    const script = { ...WILLING, ...definedOnly({ answer, until, outcome }) };
    try {
      customers.set(
        id,
        await joinAsCustomer({ url: applianceUrl, sessionKey, secret: token, computer, script }),
      );
    } catch (error) {
      if (error instanceof Error && error.name === 'Error') throw new ControlRefusal(409, error.message);
      throw error;
    }
    return show(id, known(id));
  };
  const act = (does: (customer: ScriptedCustomer) => unknown): Route['answer'] =>
    async function answer({ id }) {
      const customer = known(id);
      await does(customer);
      return show(id, customer);
    };
  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: '/customers',
      answer: () => ({ customers: [...customers].map(([id, customer]) => show(id, customer)) }),
    },
    { method: 'POST', path: '/customers', answer: ({ body }) => join(body) },
    {
      method: 'PATCH',
      path: '/customers/:id',
      answer({ id, body }) {
        known(id).change(definedOnly(parseBody(ScriptChange, body)));
        return show(id, known(id));
      },
    },
    { method: 'POST', path: '/customers/:id/drop', answer: act((customer) => customer.drop()) },
    { method: 'POST', path: '/customers/:id/return', answer: act((customer) => customer.comeBack()) },
    { method: 'DELETE', path: '/customers/:id', answer: act((customer) => customer.leave()) },
  ];
  return {
    routes,
    close(): void {
      for (const customer of customers.values()) customer.close();
    },
  };
}
export type ScriptedCustomers = ReturnType<typeof createScriptedCustomers>;

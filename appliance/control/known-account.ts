import type { Representative } from '#app/domain/representative.ts';
import type { ApplianceCore } from '../core/appliance-core.ts';
import { ControlRefusal } from './control-refusal.ts';

/** @throws {ControlRefusal} 404 */
export function knownAccount({ site }: Pick<ApplianceCore, 'site'>, username: string): Representative {
  const found = [...site.all('representative')].find((one) => one.username === username);
  if (found === undefined) throw new ControlRefusal(404, 'there is no such account');
  return found;
}

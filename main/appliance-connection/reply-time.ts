import { type ApplianceRequestName, PIN_WITHIN_MS } from '#app/contracts/appliance-protocol.ts';

/** What the appliance's own answer may take longer than it allows itself. */
const SPARE_MS = 10_000;

/**
 * How long the appliance may take over an answer before its connection counts as lost, in milliseconds. A Jump Client may
 * take half a minute to start a session, a customer a minute to answer and their computer two to install: the appliance
 * says so itself then (R7.13, R2.7).
 */
export function replyTimeOf(name: ApplianceRequestName): number {
  switch (name) {
    case 'jump-item:jump':
      return 30_000 + SPARE_MS;
    case 'support-session:pin':
      return PIN_WITHIN_MS + SPARE_MS;
    default:
      return 15_000;
  }
}

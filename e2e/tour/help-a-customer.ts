import { join } from 'node:path';
import type { Page } from 'playwright';
import { eventually } from '../fixtures/eventually.ts';
import type { RunningAppliance } from '../fixtures/running-appliance.ts';
import { startSupportClient } from '../fixtures/running-support-client.ts';
import { chat } from '../pages/chat.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { pinAsJumpClient } from '../pages/pin-as-jump-client.ts';
import { removalQuestion } from '../pages/removal-question.ts';
import { sessionKeyDialog } from '../pages/session-key-dialog.ts';
import { sessionTab } from '../pages/session-tab.ts';
import type { TourSteps } from './tour-steps.ts';

const CUSTOMER = 'Erika Muster';
const PINNED = 'Erika at home';
/** A program and its runtime are copied; a removal is held for ten seconds. */
const PATIENCE_MS = 60_000;

type Cast = { readonly page: Page; readonly appliance: RunningAppliance };

/** The tour's second part: a customer is helped, and their computer is there from then on, attended or not. */
export async function helpACustomer(
  steps: TourSteps,
  { page, appliance }: Cast,
  { scratch, stops }: { scratch: string; stops: (() => Promise<void>)[] },
): Promise<void> {
  const list = jumpInterface(page);
  const session = sessionTab(page, CUSTOMER);
  const pin = pinAsJumpClient(page, CUSTOMER);
  let sessionKey = '';
  await steps.run('session-key', async () => {
    sessionKey = await sessionKeyDialog(page).makeKey();
    return sessionKey;
  });
  const folder = join(scratch, 'customer');
  const customer = () =>
    startSupportClient({ applianceUrl: appliance.url, sessionKey, name: CUSTOMER, folder });
  let client: ReturnType<typeof customer> | null = null;
  await steps.run('customer', async () => {
    client = customer();
    stops.push(client.stopAll);
    await client.joined();
    await session.panel.getByText('Connected', { exact: true }).waitFor();
    return CUSTOMER;
  });
  await steps.run('chat', async () => {
    await session.panel.getByRole('radio', { name: 'Chat' }).click();
    const conversation = chat(session.panel);
    await conversation.write('May I pin your computer?');
    await conversation.message('May I pin your computer?').getByText('Delivered').waitFor();
    return 'delivered';
  });
  await steps.run('pin', async () => {
    await pin.customize.click();
    await pin.name.fill(PINNED);
    await pin.ok.click();
    await client?.answerPin('allow');
    await pin.pinned.waitFor({ timeout: PATIENCE_MS });
    return 'asked, allowed, installed';
  });
  await steps.run('unattended', async () => {
    await session.endButton.click();
    await session.panel.waitFor({ state: 'hidden' });
    await list.tab('Jump Interface').click();
    await list.searchFor(PINNED);
    await list.row(PINNED).dblclick();
    await sessionTab(page, PINNED).panel.getByText('Connected', { exact: true }).waitFor();
    return PINNED;
  });
  await steps.run('remove', async () => {
    await sessionTab(page, PINNED).endButton.click();
    await removalQuestion(page).removeItem(PINNED);
    await eventually('its files to be gone', async () => client?.pinned().length === 0, PATIENCE_MS);
    return 'nothing is left on the computer';
  });
}

import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { startJumpClient } from '../fixtures/running-jump-client.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { removalQuestion } from '../pages/removal-question.ts';

test('R1.5 R1.9 of a computer with two Jump Clients the one left behind is found, and removed', async ({
  page,
  appliance,
  jumpClient,
  whenDone,
}, testInfo) => {
  const { grid, row, rows, searchFor } = jumpInterface(page);
  await expect(row(jumpClient.name)).toBeVisible();
  const anew = await startJumpClient({
    applianceUrl: appliance.url,
    installerKey: appliance.installerKey(),
    folder: testInfo.outputPath('this-computer-anew'),
  });
  whenDone('jump-client-anew', anew.program.log, () => anew.program.stop());
  await searchFor('duplicate:older');
  await expect(rows).toHaveCount(0);
  await jumpClient.program.stop();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(`Duplicateolder than ${anew.name}`);

  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await removalQuestion(page).remove.click();
  await expect(rows).toHaveCount(0);
  await searchFor('');
  await expect(row(anew.name)).toContainText('Online');
  await expect
    .poll(async () => (await appliance.jumpItems()).map(({ id }) => id), { timeout: 15_000 })
    .not.toContain(jumpClient.jumpClientId);
});

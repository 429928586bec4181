import { describe, expect, test } from 'vitest';
import { applianceRequests } from '#app/contracts/appliance-protocol.ts';
import { consoleRequests } from '#app/contracts/console-api.ts';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import { personalGroupId } from '../../test-support/jump-items.ts';
import { emptyDraft, pinDraftErrors, wishOf } from './pin-draft.ts';

const draft = emptyDraft(personalGroupId);
const addressed = { opId: '6f1c0a52-41d4-4f6e-8a57-0f0e4a3b7a11', sessionId: 's-1' };
const atMain = consoleRequests.pinJumpClient.params;
const atAppliance = applianceRequests['support-session:pin'].params;

test('R2.2 R2.4 what is left empty is the computer’s name and no tag', () => {
  expect(wishOf(draft)).toEqual({ name: null, jumpGroupId: personalGroupId, tag: null, comments: '' });
});

test('R2.3 without a Jump Group nothing is sent', () => {
  expect(wishOf({ ...draft, jumpGroupId: null })).toBeNull();
});

describe.each(['name', 'tag', 'comments'] as const)('R2.2 %s', (field) => {
  test.each(HOSTILE_TEXTS.filter(([, text]) => text !== ''))(
    'of %s is answered alike by the dialog, main and the appliance, and sent as it is kept',
    (_, text) => {
      const wish = wishOf({ ...draft, [field]: text });
      expect(wish === null).toBe(pinDraftErrors({ ...draft, [field]: text })[field] !== null);
      const written = { ...addressed, ...wishOf(draft), [field]: text };
      const [main, appliance] = [
        atMain.safeParse(written),
        atAppliance.safeParse({ ...written, repeated: false }),
      ];
      expect([main.success, appliance.success]).toEqual([wish !== null, wish !== null]);
      if (wish === null) return;
      expect(main.data?.[field]).toBe(wish[field]);
      expect(appliance.data?.[field]).toBe(wish[field]);
    },
  );
});

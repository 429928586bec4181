import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applianceRequests, replyEnvelope } from '#app/contracts/appliance-protocol.ts';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import type { JumpItemDeed } from '#app/domain/jump-item-permission.ts';
import type { Right } from '#app/domain/rights.ts';
import { checkText } from '#app/domain/text-limits.ts';
import { anOpId } from '../testing/core-fixture.ts';
import { aNewShortcut, WHOLE } from '../testing/item-commands.ts';
import { next, startForTest, type TestAppliance } from '../testing/running-appliance.ts';

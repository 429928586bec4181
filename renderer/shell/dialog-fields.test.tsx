import { act, cleanup, render } from '@testing-library/react';
import type { ComponentType } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { applianceRequests } from '#app/contracts/appliance-protocol.ts';
import { consoleRequests } from '#app/contracts/console-api.ts';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import { CommandPalette } from '../features/command-palette/command-palette.tsx';
import { CreateShortcutDialog } from '../features/create-shortcut/create-shortcut-dialog.tsx';
import { draftErrors, type ShortcutDraft } from '../features/create-shortcut/shortcut-draft.ts';
import { ExportDialog } from '../features/export-jump-items/export-dialog.tsx';
import { ImportDialog } from '../features/import-jump-items/import-dialog.tsx';
import { PropertiesDialog } from '../features/jump-item-properties/properties-dialog.tsx';
import { draftError } from '../features/jump-item-properties/properties-draft.ts';
import { PinDialog } from '../features/pin-as-jump-client/pin-dialog.tsx';
import { emptyDraft, pinDraftErrors } from '../features/pin-as-jump-client/pin-draft.ts';
import { RemoveJumpItems } from '../features/remove-jump-items/remove-jump-items.tsx';
import { SessionKeyDialog } from '../features/session-key/session-key-dialog.tsx';
import { SessionSummariesDialog } from '../features/session-summaries/session-summaries-dialog.tsx';
import { ShortcutsHelp } from '../features/shortcuts-help/shortcuts-help.tsx';
import { parsePort } from '../jump-item-fields/field-checks.ts';
import type { DialogId } from '../store/dialogs-slice.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aJumpShortcut, allUsersGroupId, aSupportSession } from '../test-support/jump-items.ts';

afterEach(cleanup);

/** Why a field of a dialog refuses a text, and whether the two doors behind it take the same. */
type Checks = {
  readonly dialog: (text: string) => string | null | undefined;
  readonly main: (text: string) => boolean;
  readonly appliance: (text: string) => boolean;
};
/** A field in which anything may stand: nothing of it is sent or kept. */
const ANYTHING = null;
type Fields = Readonly<Record<string, Checks | typeof ANYTHING>>;

const opId = '6f1c0a52-41d4-4f6e-8a57-0f0e4a3b7a11';
const part = { number: 1, of: 1 };

/** What is sent of a text; a port that is none is sent as it stands, to be refused. */
function sentValue(field: string, text: string): unknown {
  if (field === 'port') return parsePort(text) === undefined ? text : parsePort(text);
  return field === 'tag' && text === '' ? null : text;
}

function inProperties(field: 'name' | 'tag' | 'comments' | 'hostname' | 'port'): Checks {
  const items = [{ jumpItemId: 'a', seen: { propertiesRev: 1, presenceRev: null } }];
  const command = (text: string) => ({ opId, items, change: { [field]: sentValue(field, text) } });
  const atAppliance = applianceRequests['jump-items:edit'].params;
  return {
    dialog: (text) => draftError(field, text),
    main: (text) => consoleRequests.editJumpItems.params.safeParse(command(text)).success,
    appliance: (text) => atAppliance.safeParse({ ...command(text), part, repeated: false }).success,
  };
}

const NEW: ShortcutDraft = {
  method: 'local-vnc',
  name: 'Till',
  hostname: 'till',
  port: '',
  jumpGroupId: allUsersGroupId,
  tag: '',
  comments: '',
};
function inCreate(field: 'name' | 'tag' | 'comments' | 'hostname' | 'port'): Checks {
  const shortcut = (text: string) => ({ ...NEW, port: null, tag: null, [field]: sentValue(field, text) });
  const atAppliance = applianceRequests['jump-items:create-shortcut'].params;
  return {
    dialog: (text) => draftErrors({ ...NEW, [field]: text })[field],
    main: (text) =>
      consoleRequests.createShortcut.params.safeParse({ opId, shortcut: shortcut(text) }).success,
    appliance: (text) => atAppliance.safeParse({ opId, repeated: false, shortcut: shortcut(text) }).success,
  };
}

function inPin(field: 'name' | 'tag' | 'comments'): Checks {
  const draft = emptyDraft(allUsersGroupId);
  const wish = (text: string) => ({
    ...draft,
    opId,
    sessionId: 's-1',
    tag: null,
    [field]: sentValue(field, text),
  });
  const named = (text: string) => ({ ...wish(text), ...(field !== 'name' && { name: null }) });
  const atAppliance = applianceRequests['support-session:pin'].params;
  return {
    dialog: (text) => pinDraftErrors({ ...draft, [field]: text })[field],
    main: (text) => consoleRequests.pinJumpClient.params.safeParse(named(text)).success,
    appliance: (text) => atAppliance.safeParse({ ...named(text), repeated: false }).success,
  };
}

const COMMON: Fields = {
  Name: inProperties('name'),
  Tag: inProperties('tag'),
  Comments: inProperties('comments'),
};

/** Every dialog of the window with every field in it that one can write in, by its label. */
const DIALOGS: Record<DialogId, { View: ComponentType; fields: Fields }> = {
  properties: {
    View: PropertiesDialog,
    fields: { ...COMMON, 'Hostname/IP': inProperties('hostname'), Port: inProperties('port') },
  },
  'create-shortcut': {
    View: CreateShortcutDialog,
    fields: {
      Name: inCreate('name'),
      'Hostname/IP': inCreate('hostname'),
      Port: inCreate('port'),
      Tag: inCreate('tag'),
      Comments: inCreate('comments'),
    },
  },
  pin: {
    View: PinDialog,
    fields: { Name: inPin('name'), Tag: inPin('tag'), Comments: inPin('comments') },
  },
  'command-palette': { View: CommandPalette, fields: { 'Command palette': ANYTHING } },
  'keyboard-shortcuts': { View: ShortcutsHelp, fields: {} },
  'remove-jump-items': { View: RemoveJumpItems, fields: {} },
  'session-key': { View: SessionKeyDialog, fields: {} },
  'session-summaries': { View: SessionSummariesDialog, fields: {} },
  export: { View: ExportDialog, fields: {} },
  import: { View: ImportDialog, fields: {} },
};
const DIALOG_IDS = Object.keys(DIALOGS) as readonly DialogId[];

/** The labels of the fields that an open dialog has, about a shortcut, or the session with a customer. */
async function fieldsShown(id: DialogId): Promise<readonly string[]> {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  const session = aSupportSession('s-1', { name: 'Erika Muster', jumpItemId: null });
  const item = aJumpShortcut('till');
  fake.sendSnapshot([item], { supportSessions: { upserted: [session], removed: [] } });
  const state = fake.store.getState();
  if (id === 'pin') state.chooseTab(session.id);
  state.selectJumpItem(item.id);
  const { View } = DIALOGS[id];
  render(<View />, { wrapper: fake.Wrapper });
  await act(async () => state.toggleDialog(id));
  const dialog = document.querySelector('[role=dialog], [role=alertdialog]');
  if (dialog === null) throw new Error(`${id} shows no dialog.`);
  return [...dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    .filter(({ type }) => !['radio', 'checkbox', 'hidden'].includes(type))
    .map((field) => field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? 'no label');
}

test.each(DIALOG_IDS)('R2.2 every field of %s is checked here', async (id) => {
  expect((await fieldsShown(id)).toSorted()).toEqual(Object.keys(DIALOGS[id].fields).toSorted());
});

const FIELDS = DIALOG_IDS.flatMap((id) =>
  Object.entries(DIALOGS[id].fields).flatMap(([label, checks]) =>
    checks === ANYTHING ? [] : [[id, label, checks] as const],
  ),
);

describe.each(FIELDS)('R2.2 R6.3 %s, %s', (id, label, { dialog, main, appliance }) => {
  // Left empty in these two, it is called as its host or its computer.
  const texts = HOSTILE_TEXTS.filter(([, text]) => text !== '' || id === 'properties' || label !== 'Name');
  test.each(texts)('%s: dialog, main and appliance answer alike', (_, text) => {
    const isTaken = (dialog(text) ?? null) === null;
    expect([main(text), appliance(text)]).toEqual([isTaken, isTaken]);
  });
});

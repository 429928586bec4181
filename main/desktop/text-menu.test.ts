import { expect, test } from 'vitest';
import { createTexts } from '#app/texts/texts.ts';
import { textMenuTemplate } from './text-menu.ts';

const texts = createTexts('en');
const editFlags = { canCut: false, canCopy: true, canPaste: true, canSelectAll: true };

test('in a field or a terminal one can cut, copy, paste and select, as far as there is something to', () => {
  const menu = textMenuTemplate(texts, { isEditable: true, selectionText: 'uname', editFlags });
  expect(menu.map(({ role, enabled }) => [role, enabled])).toEqual([
    ['cut', false],
    ['copy', true],
    ['paste', true],
    [undefined, undefined],
    ['selectAll', true],
  ]);
});

test('selected text elsewhere can be copied; where nothing is selected there is no menu', () => {
  expect(textMenuTemplate(texts, { isEditable: false, selectionText: 'vm', editFlags })).toMatchObject([
    { role: 'copy' },
  ]);
  expect(textMenuTemplate(texts, { isEditable: false, selectionText: ' ', editFlags })).toEqual([]);
});

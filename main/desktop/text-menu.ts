import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Texts } from '#app/texts/texts.ts';

type Where = Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & {
  editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};

/**
 * What the right mouse button offers in a text field, a terminal or a selected text. The clipboard is reached through
 * this menu alone: the page is granted no permission for it.
 * @returns no entries where there is nothing to do with text
 */
export function textMenuTemplate(texts: Texts, where: Where): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = where;
  if (!isEditable) {
    return selectionText.trim() === '' ? [] : [{ role: 'copy', label: texts('menu.copy') }];
  }
  return [
    { role: 'cut', label: texts('menu.cut'), enabled: editFlags.canCut },
    { role: 'copy', label: texts('menu.copy'), enabled: editFlags.canCopy },
    { role: 'paste', label: texts('menu.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: texts('menu.select-all'), enabled: editFlags.canSelectAll },
  ];
}

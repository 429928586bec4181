import type { SavedView } from '#app/contracts/preferences.ts';
import { checkText } from '#app/domain/text-limits.ts';
import { t } from '../../texts.ts';

/** A view like another, under a name that says so where there is room for it. */
export function copyOfView(view: SavedView): SavedView {
  const name = checkText('name', t('saved-views.copy-of', { name: view.name }));
  return { ...view, id: crypto.randomUUID(), name: name.ok ? name.value : view.name };
}

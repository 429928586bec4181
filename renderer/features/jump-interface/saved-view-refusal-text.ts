import type { SavedViewRefusal } from '../../store/saved-views-slice.ts';
import { t } from '../../texts.ts';

/** Why a view could not be kept. */
export function savedViewRefusalText(refusal: SavedViewRefusal): string {
  return t(`saved-views.refused.${refusal}`);
}

import { DEFAULT_PREFERENCES, type Preferences } from '#app/contracts/preferences.ts';
import { useConsoleState } from '../../store/console-context.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';

type PaneWidths = Preferences['paneWidths'];

const FIRST = DEFAULT_PREFERENCES.paneWidths;
/** What the panes at the sides have in a wide window: long counts beside whole names, and values on one line. */
const ROOMY: PaneWidths = { left: 248, right: 344 };

/** How wide the panes at the sides are: as somebody left them, and until then as the window has room. */
export function usePaneWidths(): PaneWidths {
  const kept = useConsoleState((state) => state.preferences.paneWidths);
  const isWide = useMediaQuery('(min-width: 1600px)');
  if (!isWide) return kept;
  return {
    left: kept.left === FIRST.left ? ROOMY.left : kept.left,
    right: kept.right === FIRST.right ? ROOMY.right : kept.right,
  };
}

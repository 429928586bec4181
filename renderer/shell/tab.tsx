import type { ReactNode } from 'react';
import type { TabId } from '../store/tabs-slice.ts';
import { panelElementId, tabElementId } from './tab-ids.ts';
import styles from './tab-strip.module.css';

type Props = { id: TabId; shownTab: TabId; onChoose: (id: TabId) => void; children: ReactNode };

/** A tab alone: what shows its panel. */
export function Tab({ id, shownTab, onChoose, children }: Props) {
  const isShown = id === shownTab;
  return (
    <button
      type="button"
      role="tab"
      id={tabElementId(id)}
      className={styles.tab}
      aria-selected={isShown}
      aria-controls={panelElementId(id)}
      tabIndex={isShown ? 0 : -1}
      onClick={() => onChoose(id)}
    >
      {children}
    </button>
  );
}

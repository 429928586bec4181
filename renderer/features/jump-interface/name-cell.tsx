import type { JumpItem } from '#app/domain/jump-item.ts';
import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { AwaitedSign } from './awaited-sign.tsx';
import styles from './hidden-match-chip.module.css';
import { HiddenMatchChip } from './hidden-match-chip.tsx';
import { HighlightedText } from './highlighted-text.tsx';
import type { SearchMarks } from './search-marks.ts';

/** The name behind the status, and where the row was found if no column shows it. */
export function NameCell({ item, marks }: { item: JumpItem; marks: SearchMarks }) {
  const hidden = marks.hiddenMatch(item);
  const name = <HighlightedText text={item.name} terms={marks.termsOf('name')} />;
  return (
    <>
      <StatusIcon status={jumpItemStatus(item)} />
      <AwaitedSign id={item.id} />
      {hidden === null ? (
        name
      ) : (
        <span className={styles.named}>
          {name}
          <HiddenMatchChip match={hidden} />
        </span>
      )}
    </>
  );
}

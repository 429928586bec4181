import type { JumpItem } from '#app/domain/jump-item.ts';
import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { AwaitedSign } from './awaited-sign.tsx';
import styles from './hidden-match-chip.module.css';
import { HiddenMatchChip, hiddenMatchText } from './hidden-match-chip.tsx';
import { HighlightedText } from './highlighted-text.tsx';
import type { SearchMarks } from './search-marks.ts';

/** The name behind the status, and where the row was found if no column shows it. */
export function NameCell({ item, marks }: { item: JumpItem; marks: SearchMarks }) {
  const hidden = marks.hiddenMatch(item);
  const terms = marks.termsOf('name');
  return (
    <>
      <StatusIcon status={jumpItemStatus(item)} />
      <AwaitedSign id={item.id} />
      {hidden === null ? (
        <HighlightedText text={item.name} terms={terms} />
      ) : (
        <span className={styles.named}>
          {/* Where a long name leaves the chip no room, its tooltip tells the same. */}
          <HighlightedText text={item.name} terms={terms} hint={`${item.name}\n${hiddenMatchText(hidden)}`} />
          <HiddenMatchChip match={hidden} />
        </span>
      )}
    </>
  );
}

import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './command-palette.module.css';
import type { PaletteEntry, PaletteSection } from './palette-entry.ts';

/** The element of an entry, which the field names as its active descendant. */
export function entryElementId({ key }: PaletteEntry): string {
  return `palette-${encodeURIComponent(key)}`;
}

type Props = {
  id: string;
  sections: readonly PaletteSection[];
  active: PaletteEntry | undefined;
  onPoint: (entry: PaletteEntry) => void;
  onChoose: (entry: PaletteEntry, jumps: boolean) => void;
};

/** What was found, section by section. */
export function PaletteList({ id, sections, active, onPoint, onChoose }: Props) {
  return (
    <div id={id} role="listbox" aria-label={t('palette.results')} className={styles.list}>
      {sections.map(({ title, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of a listbox is no fieldset
        <div key={title} role="group" aria-label={title}>
          <div className={styles.title} aria-hidden="true">
            {title}
          </div>
          {entries.map((entry) => (
            <Entry
              key={entry.key}
              entry={entry}
              isActive={entry === active}
              onPoint={onPoint}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type EntryProps = Pick<Props, 'onPoint' | 'onChoose'> & { entry: PaletteEntry; isActive: boolean };

function Entry({ entry, isActive, onPoint, onChoose }: EntryProps) {
  const { item, icon, label, detail, shortcut, reason } = entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names this entry as active
    <div
      role="option"
      id={entryElementId(entry)}
      className={styles.entry}
      aria-selected={isActive}
      aria-disabled={entry.isDisabled || undefined}
      onMouseMove={() => {
        if (!isActive) onPoint(entry);
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onChoose(entry, event.ctrlKey || event.metaKey)}
    >
      <span className={styles.sign}>
        {item !== undefined && <StatusIcon status={jumpItemStatus(item)} />}
        {item === undefined && icon !== null && <Icon name={icon} />}
      </span>
      <bdi className={styles.label}>{label}</bdi>
      {item !== undefined && <span className="only-spoken">{t(`status.${jumpItemStatus(item)}`)}</span>}
      {detail && <bdi className={styles.detail}>{detail}</bdi>}
      {reason !== undefined && <span className={styles.reason}>{reason}</span>}
      {entry.isAwaited && <Icon name="clock" />}
      {shortcut !== undefined && <kbd className={styles.shortcut}>{shortcut}</kbd>}
    </div>
  );
}

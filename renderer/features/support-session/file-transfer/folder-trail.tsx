import { useEffect, useRef } from 'react';
import type { FolderListing } from '#app/contracts/file-transfer.ts';
import type { FileSide } from '#app/contracts/files-port.ts';
import { t } from '../../../texts.ts';
import { WrittenText } from '../../../ui/written-text.tsx';
import styles from './folder-trail.module.css';
import { literalName } from './literal-name.ts';

type Props = {
  side: FileSide;
  trail: FolderListing['trail'];
  isDisabled: boolean;
  onChosen: (path: string) => void;
};

/** The folders that one is in, the innermost in sight. */
export function FolderTrail({ side, trail, isDisabled, onChosen }: Props) {
  const line = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another folder is brought into sight
  useEffect(() => {
    if (line.current !== null) line.current.scrollLeft = line.current.scrollWidth;
  }, [trail]);
  return (
    <nav className={styles.trail} aria-label={t(`files.path-${side}`)} ref={line}>
      {trail.map(({ name, path }, place) => (
        <button
          key={path}
          type="button"
          className={styles.crumb}
          aria-current={place === trail.length - 1 ? 'page' : undefined}
          aria-disabled={isDisabled || undefined}
          onClick={() => {
            if (!isDisabled) onChosen(path);
          }}
        >
          <WrittenText title={literalName(path)}>{literalName(name)}</WrittenText>
        </button>
      ))}
    </nav>
  );
}

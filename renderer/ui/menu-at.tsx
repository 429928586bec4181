import { type ReactNode, useRef } from 'react';
import { Popover } from 'react-aria-components';
import { createPortal } from 'react-dom';
import menu from './menu.module.css';

/** Where a menu opens, in pixels of the window. */
export type MenuPlace = { readonly x: number; readonly y: number };

type Props = { at: MenuPlace; label: string; onClose: () => void; children: ReactNode };

/** Opens a menu at a point: where the right mouse button was pressed, or under what the keyboard is on. */
export function MenuAt({ at, label, onClose, children }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  return (
    <>
      {/* Outside of all: within a part of the page that is laid out by itself, fixed is fixed to that part. */}
      {createPortal(<span ref={place} style={{ position: 'fixed', left: at.x, top: at.y }} />, document.body)}
      <Popover
        isOpen
        aria-label={label}
        triggerRef={place}
        placement="bottom start"
        offset={2}
        className={menu.popover ?? ''}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        {children}
      </Popover>
    </>
  );
}

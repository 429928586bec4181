import { type FormEvent, type ReactNode, useEffect } from 'react';
import { Heading, Modal, Dialog as ModalDialog, ModalOverlay } from 'react-aria-components';
import { flushSync } from 'react-dom';
import styles from './dialog.module.css';

/** What takes the keyboard in a field that says that something is wrong: the text, or the button of a choice. */
const FIELD_IN_ERROR = '[data-invalid] :is(input:not([type=hidden]), textarea, button)';

type Props = {
  title: string;
  /** Under the title: what the dialog is for. */
  sentence?: ReactNode;
  /** Fields and notes, one under the other. */
  children: ReactNode;
  /** Buttons at the left of the footer, and those at its right. */
  footerStart?: ReactNode;
  footerEnd: ReactNode;
  /** `wide` for what a list is shown in, `large` for a long one: it takes the window's height. */
  size?: 'plain' | 'wide' | 'large';
  /** `alertdialog` where the person is asked before something is done. */
  role?: 'dialog' | 'alertdialog';
  /** Enter in a field, or the button of `type="submit"`. Where a field is in error then, the first one has the focus. */
  onSubmit: () => void;
  /** Escape. A click beside the dialog does nothing: what was typed is not lost by a slip. */
  onClose: () => void;
};

/** A question with fields over the whole window. It is open as long as it is rendered; the focus goes back where it was. */
export function Dialog({ title, sentence, children, role = 'dialog', size = 'plain', ...props }: Props) {
  const { footerStart, footerEnd, onSubmit, onClose } = props;
  useEffect(() => tellPage(size), [size]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    flushSync(onSubmit);
    event.currentTarget.querySelector<HTMLElement>(FIELD_IN_ERROR)?.focus();
  };
  return (
    <ModalOverlay
      isOpen
      className={classesOf(styles.overlay, size === 'large' && styles.aroundLarge)}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={classesOf(styles.modal, size !== 'plain' && styles[size])}>
        <ModalDialog className={styles.dialog ?? ''} role={role}>
          <form className={styles.form} noValidate onSubmit={submit}>
            <header className={styles.head}>
              <Heading slot="title" className={styles.title ?? ''}>
                {title}
              </Heading>
              {sentence !== undefined && <p className={styles.sentence}>{sentence}</p>}
            </header>
            <div className={styles.body}>{children}</div>
            <footer className={styles.footer}>
              {footerStart}
              <span className={styles.space} />
              {footerEnd}
            </footer>
          </form>
        </ModalDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Those that are open, the one on top last. */
const openSizes: { readonly size: string }[] = [];

/**
 * The messages make room for it. The page's root says so: a `:has()` for it would be looked at again in each change of
 * the list.
 * @returns a function that takes it back, in whatever order dialogs close
 */
function tellPage(size: string): () => void {
  const own = { size };
  openSizes.push(own);
  markPage();
  return () => {
    openSizes.splice(openSizes.indexOf(own), 1);
    markPage();
  };
}

function markPage(): void {
  const { dataset } = document.documentElement;
  const top = openSizes.at(-1);
  if (top === undefined) delete dataset.dialogSize;
  else dataset.dialogSize = top.size;
}

function classesOf(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

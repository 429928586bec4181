import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import styles from './comments-section.module.css';
import pane from './statistics-pane.module.css';

/** An item's comments in full, as they were written (R2.5): wrapped, to scroll in where they are long, to be copied. */
export function CommentsSection({ comments }: { comments: string }) {
  if (comments === '') return null;
  const title = t('statistics.section.comments');
  return (
    <section aria-label={title}>
      <h3 className={pane.title}>
        {title}
        <Button
          label={t('statistics.copy-comments')}
          icon="copy"
          iconOnly
          className={styles.copy}
          onPress={() => copyText(comments)}
        />
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with the keyboard, too */}
      <p className={styles.comments} tabIndex={0} dir="auto">
        {comments}
      </p>
    </section>
  );
}

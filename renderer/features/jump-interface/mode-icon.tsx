import type { JumpClient } from '#app/domain/jump-item.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './mode-icon.module.css';

/** R2.9: whether a Jump Client is there always, or only while its user is logged in. */
export function ModeIcon({ mode }: { mode: JumpClient['mode'] }) {
  const meaning = t(`jump-items.mode.${mode}`);
  return (
    <span className={styles.mode} role="img" aria-label={meaning} title={meaning}>
      <Icon name={mode === 'service' ? 'server' : 'person'} />
    </span>
  );
}

import { useSelectedRows } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';

/** What Jump is called for what is selected: to how many, where there are several. */
export function useJumpLabel(): string {
  const count = useSelectedRows().length;
  return count > 1 ? t('action.jump-several', { count }) : t('action.jump');
}

import { MAX_JUMPS_AT_ONCE } from '#app/domain/jump-preview.ts';
import { useSelectedRows } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';

/** What Jump is called for what is selected: to how many, where there are several and it can be done. */
export function useJumpLabel(): string {
  const count = useSelectedRows().length;
  return count > 1 && count <= MAX_JUMPS_AT_ONCE ? t('action.jump-several', { count }) : t('action.jump');
}

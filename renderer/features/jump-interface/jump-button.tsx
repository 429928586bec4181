import { useAction } from '../../actions/use-action.ts';
import { useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { useJumpLabel } from './use-jump-label.ts';

/** Starts a session on each selected item (R1.8); says so while it does, and why where it cannot or would fail now. */
export function JumpButton() {
  const jump = useAction('jump');
  const label = useJumpLabel();
  const isStarting = useConsoleState(
    ({ activeId, startingIds }) => activeId !== null && startingIds.has(activeId),
  );
  return (
    <Button
      label={isStarting ? t('action.jump-starting') : label}
      icon={jump.icon}
      look="primary"
      isDisabled={!jump.isAvailable}
      hint={jump.reason ?? `${label} (${jump.shortcut})`}
      onPress={jump.run}
    />
  );
}

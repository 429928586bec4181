import type { ActionId } from '#app/contracts/actions.ts';
import { useAction } from '../../actions/use-action.ts';
import { Button } from '../../ui/button.tsx';

type Props = {
  id: ActionId;
  withIcon?: boolean;
  /** Where room is scarce: the label is its name and its tooltip. */
  iconOnly?: boolean;
};

/** An action of the table as a button of the toolbar or of a pane; where it cannot be done, it says why. */
export function ActionButton({ id, withIcon = true, iconOnly = false }: Props) {
  const { label, icon, shortcut, isAvailable, reason, run } = useAction(id);
  return (
    <Button
      label={label}
      icon={withIcon ? icon : null}
      iconOnly={iconOnly}
      labelMayHide={withIcon && !iconOnly}
      isDisabled={!isAvailable}
      hint={reason ?? (shortcut === undefined ? label : `${label} (${shortcut})`)}
      onPress={run}
    />
  );
}

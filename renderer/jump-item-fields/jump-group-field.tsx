import { useMemo } from 'react';
import type { JumpGroupId } from '#app/domain/ids.ts';
import { useConsoleState, useGroupLabels } from '../store/console-context.tsx';
import { t } from '../texts.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import type { FieldProps } from '../ui/field-under.tsx';
import { type GroupPurpose, jumpGroupChoices } from './jump-group-choices.ts';

type Props = Omit<FieldProps, 'label'> & {
  purpose: GroupPurpose;
  /** Null: several different ones, or none yet. */
  value: JumpGroupId | null;
  placeholder?: string | undefined;
  onChange: (id: JumpGroupId) => void;
};

/** The Jump Groups in which a new item may be made (R2.3); of those that are moved all, with the reason where not (R1.13). */
export function JumpGroupField({ purpose, placeholder = t('field.choose-group'), ...field }: Props) {
  const viewer = useConsoleState((state) => state.representative);
  const groups = useConsoleState((state) => state.jumpGroups.rows);
  const labels = useGroupLabels();
  const from = purpose.deed === 'move' ? purpose.from.join('\n') : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the purpose is another object at each drawing, what it says is not
  const choices = useMemo(
    () => (viewer === null ? [] : jumpGroupChoices({ viewer, groups, labels }, purpose)),
    [viewer, groups, labels, from],
  );
  return <ChoiceField label={t('field.jump-group')} placeholder={placeholder} choices={choices} {...field} />;
}

import { useMemo } from 'react';
import type { JumpGroupId } from '#app/domain/ids.ts';
import { useJumpItemCounts } from '../store/console-context.tsx';
import { naturalKey } from '../store/natural-key.ts';
import { t } from '../texts.ts';
import { ComboField } from '../ui/combo-field.tsx';
import type { FieldProps } from '../ui/field-under.tsx';

/** More are found by typing a part of them. */
const MAX_OFFERED = 300;

type Props = Omit<FieldProps, 'label'> & {
  /** Whose tags are offered. */
  jumpGroupIds: readonly JumpGroupId[];
  /** Empty: no tag. */
  value: string;
  placeholder?: string | undefined;
  onChange: (tag: string) => void;
};

/** A tag that items of the group carry already, or a new one; empty puts the items straight into their group (R2.4). */
export function TagField({ jumpGroupIds, value, placeholder = t('field.no-tag'), ...field }: Props) {
  const counts = useJumpItemCounts();
  const ids = jumpGroupIds.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one at each drawing, what it names is not
  const tags = useMemo(() => {
    const known = new Set(jumpGroupIds.flatMap((id) => counts.tags(id)));
    return [...known].toSorted((one, other) => (naturalKey(one) < naturalKey(other) ? -1 : 1));
  }, [ids, counts]);
  const options = useMemo(
    () =>
      tags.length <= MAX_OFFERED ? tags : tags.filter((tag) => tag.includes(value)).slice(0, MAX_OFFERED),
    [tags, value],
  );
  return (
    <ComboField
      label={t('field.tag')}
      options={options}
      value={value}
      placeholder={placeholder}
      clearLabel={t('field.clear-tag')}
      openLabel={t('field.show-tags')}
      {...field}
    />
  );
}

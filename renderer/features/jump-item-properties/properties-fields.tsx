import { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { USUAL_PORTS } from '#app/domain/jump-item-change.ts';
import { textCounter } from '../../jump-item-fields/field-checks.ts';
import { JumpGroupField } from '../../jump-item-fields/jump-group-field.tsx';
import { TagField } from '../../jump-item-fields/tag-field.tsx';
import { t } from '../../texts.ts';
import { TextField } from '../../ui/text-field.tsx';
import { FieldNote } from './field-note.tsx';
import { editField } from './properties-state.ts';
import type { FieldView } from './properties-view.ts';
import type { Properties } from './use-properties.ts';
import { fieldLabel } from './value-text.ts';

/** The fields of the dialog. What the items do not have in common is told where a value would stand. */
export function PropertiesFields({ properties }: { properties: Properties }) {
  return properties.view.fields.map((field, place) => (
    <PropertyField key={field.name} field={field} properties={properties} isFirst={place === 0} />
  ));
}

type Props = { field: FieldView; properties: Properties; isFirst: boolean };

function PropertyField({ field, properties, isFirst }: Props) {
  const { view, change, isSending, state } = properties;
  const { name, text, error } = field;
  const common = {
    error,
    isReadOnly: isSending,
    note: <FieldNote field={field} properties={properties} />,
    placeholder: placeholderOf(field, view.items),
    onChange: (next: string) => change((before) => editField(before, name, next)),
  };
  const { groupIds } = view;
  switch (name) {
    case 'jumpGroupId':
      return (
        <JumpGroupField
          {...common}
          purpose={{ deed: 'move', from: groupIds }}
          value={text === '' ? null : JumpGroupId.parse(text)}
        />
      );
    case 'tag': {
      const chosen = state.draft.jumpGroupId;
      return (
        <TagField
          {...common}
          jumpGroupIds={chosen === undefined ? groupIds : [JumpGroupId.parse(chosen)]}
          value={text}
        />
      );
    }
    default:
      return (
        <TextField
          {...common}
          label={fieldLabel(name)}
          value={text}
          lines={name === 'comments' ? 'many' : 'one'}
          counter={counterOf(field)}
          autoFocus={isFirst}
          inputMode={name === 'port' ? 'numeric' : 'text'}
        />
      );
  }
}

/** From half of the limit on; a name always, as people look at its length. */
function counterOf({ name, text, mixed }: FieldView): string | undefined {
  if (name === 'name') return mixed === null ? textCounter('name', text) : undefined;
  return name === 'comments' && text.length > 512 ? textCounter('comments', text) : undefined;
}

function placeholderOf(
  { name, mixed, isTouched }: FieldView,
  items: readonly JumpItem[],
): string | undefined {
  if (mixed !== null) {
    return t(`properties.mixed.${name}`, { count: mixed.count, none: mixed.isSomeEmpty ? 'yes' : 'no' });
  }
  if (name === 'port') return usualPort(items);
  return isTouched && name === 'comments' ? t('properties.none') : undefined;
}

/** What an empty port means: one number, unless the items are of different kinds. */
function usualPort(items: readonly JumpItem[]): string {
  const [method, ...others] = new Set(items.map((item) => item.method));
  if (method === undefined || method === 'jump-client' || others.length > 0) {
    return t('properties.usual-port');
  }
  return t('field.usual-port', { port: String(USUAL_PORTS[method]) });
}

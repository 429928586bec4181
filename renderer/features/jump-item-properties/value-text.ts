import { JumpGroupId } from '#app/domain/ids.ts';
import type { PropertyName } from '#app/domain/jump-item-change.ts';
import { useGroupLabels } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';

const FIELD_LABELS = {
  name: 'field.name',
  jumpGroupId: 'field.jump-group',
  tag: 'field.tag',
  comments: 'field.comments',
  hostname: 'field.hostname',
  port: 'field.port',
} as const;

/** What a field is called. */
export function fieldLabel(name: PropertyName): string {
  return t(FIELD_LABELS[name]);
}

/** How a field's text is told outside of its field: a Jump Group by its name, nothing as *none*. */
export function useValueText(): (name: PropertyName, text: string) => string {
  const labels = useGroupLabels();
  return (name, text) => {
    if (name === 'jumpGroupId') return labels.get(JumpGroupId.parse(text)) ?? text;
    if (text !== '') return text;
    return t(name === 'port' ? 'properties.usual-port' : 'properties.none');
  };
}

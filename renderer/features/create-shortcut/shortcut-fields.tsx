import { USUAL_PORTS } from '#app/domain/jump-item-change.ts';
import { textCounter } from '../../jump-item-fields/field-checks.ts';
import { JumpGroupField } from '../../jump-item-fields/jump-group-field.tsx';
import { TagField } from '../../jump-item-fields/tag-field.tsx';
import { t } from '../../texts.ts';
import { Segments } from '../../ui/segments.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './create-shortcut.module.css';
import { type DraftErrors, nameOf, type ShortcutDraft } from './shortcut-draft.ts';

type Props = {
  draft: ShortcutDraft;
  errors: DraftErrors;
  /** What is still empty counts as a mistake, too. */
  isTried: boolean;
  isReadOnly: boolean;
  onChange: (change: Partial<ShortcutDraft>) => void;
};

const METHODS = ['local-rdp', 'local-vnc'] as const;

export function ShortcutFields({ draft, errors, isTried, isReadOnly, onChange }: Props) {
  const text = (name: 'name' | 'hostname' | 'port' | 'comments') => ({
    label: t(`field.${name}`),
    value: draft[name],
    error: draft[name] === '' && !isTried ? null : errors[name],
    isReadOnly,
    onChange: (value: string) => onChange({ [name]: value }),
  });
  const { hostname } = draft;
  return (
    <>
      <div className={styles.method}>
        <span aria-hidden="true">{t('create.method')}</span>
        <Segments
          label={t('create.method')}
          value={draft.method}
          options={METHODS.map((method) => ({ value: method, label: t(`jump-method.${method}`) }))}
          onChange={(method) => onChange({ method })}
          isDisabled={isReadOnly}
        />
      </div>
      <TextField
        {...text('name')}
        autoFocus
        placeholder={
          hostname === '' ? t('create.name-as-any-host') : t('create.name-as-host', { host: hostname })
        }
        counter={draft.name === '' ? undefined : textCounter('name', nameOf(draft))}
      />
      <TextField {...text('hostname')} />
      <TextField
        {...text('port')}
        inputMode="numeric"
        placeholder={t('field.usual-port', { port: String(USUAL_PORTS[draft.method]) })}
      />
      <JumpGroupField
        purpose={{ deed: 'create' }}
        value={draft.jumpGroupId}
        error={isTried && draft.jumpGroupId === null ? t('create.choose-group') : null}
        isReadOnly={isReadOnly}
        onChange={(jumpGroupId) => onChange({ jumpGroupId })}
      />
      <TagField
        jumpGroupIds={draft.jumpGroupId === null ? [] : [draft.jumpGroupId]}
        value={draft.tag}
        error={errors.tag}
        isReadOnly={isReadOnly}
        onChange={(tag) => onChange({ tag })}
      />
      <TextField {...text('comments')} lines="many" />
    </>
  );
}

import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './jump-item-properties.module.css';
import { editField, keepMine, leaveField, takeTheirs } from './properties-state.ts';
import type { FieldView } from './properties-view.ts';
import type { Properties } from './use-properties.ts';
import { fieldLabel, useValueText } from './value-text.ts';

type Props = { field: FieldView; properties: Properties };

/** Under a field: what somebody else made of it meanwhile; of many, what it will do and the way back. */
export function FieldNote({ field, properties }: Props) {
  if (field.theirs !== null)
    return <TheirsNote field={field} theirs={field.theirs} properties={properties} />;
  return properties.view.isMany ? <ManyNote field={field} properties={properties} /> : null;
}

/** The representative chooses; until then OK sends nothing. */
function TheirsNote({ field, theirs, properties }: Props & { theirs: string }) {
  const { change, isTried, isSending, view } = properties;
  const valueText = useValueText();
  const [latest] = view.items;
  const { name } = field;
  if (latest === undefined) return null;
  return (
    <div className={styles.theirs} data-loud={isTried || undefined} role="alert">
      <p className={styles.changed}>
        <Icon name="warning" />
        <span className={styles.said}>
          {theirs === '' ? (
            t('properties.theirs-none')
          ) : (
            <>
              {t('properties.theirs')} <bdi className={styles.value}>{valueText(name, theirs)}</bdi>
            </>
          )}
        </span>
      </p>
      <Button
        label={t('properties.use-theirs')}
        spokenLabel={t('properties.use-theirs-of', { field: fieldLabel(name) })}
        look="outlined"
        className={styles.choice}
        isDisabled={isSending}
        onPress={() => change((before) => takeTheirs(before, latest, name))}
      />
      <Button
        label={t('properties.keep-mine')}
        spokenLabel={t('properties.keep-mine-of', { field: fieldLabel(name) })}
        look="outlined"
        className={styles.choice}
        isDisabled={isSending}
        onPress={() => change((before) => keepMine(before, latest, name))}
      />
    </div>
  );
}

function ManyNote({ field, properties }: Props) {
  const { change, view } = properties;
  const { name, text, mixed, isTouched } = field;
  const count = view.items.length;
  if (isTouched) {
    return (
      <div className={styles.touched}>
        <span>{t(text === '' ? 'properties.will-be-cleared' : 'properties.will-be-set', { count })}</span>
        <Button
          label={t('properties.leave')}
          spokenLabel={t('properties.leave-of', { field: fieldLabel(name) })}
          className={styles.link}
          onPress={() => change((before) => leaveField(before, name))}
        />
      </div>
    );
  }
  if (mixed === null || (name !== 'tag' && name !== 'comments')) return null;
  return (
    <div className={styles.touched}>
      <Button
        label={t('properties.clear-all', { count })}
        spokenLabel={t('properties.clear-all-of', { count, field: fieldLabel(name) })}
        className={styles.link}
        onPress={() => change((before) => editField(before, name, ''))}
      />
    </div>
  );
}

import type { JumpItem } from '#app/domain/jump-item.ts';
import { refusalText } from '../../refusal-text.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { WrittenText } from '../../ui/written-text.tsx';
import styles from './jump-item-properties.module.css';
import { fieldText } from './properties-draft.ts';
import { includeChanged, leaveOut } from './properties-state.ts';
import { type ChangedItem, isUndecided } from './properties-view.ts';
import type { Properties } from './use-properties.ts';
import { fieldLabel, useValueText } from './value-text.ts';

/** So many items are named; the rest is counted. */
const MAX_NAMED = 4;

/** Above the fields: what many it is about, and whatever stands in the way of OK. */
export function PropertiesNotes({ properties }: { properties: Properties }) {
  const { view, state, blocked, refusal, isConnectedAgain, doneCount } = properties;
  const shownRefusal = blocked ?? refusal;
  return (
    <>
      {view.isMany && <About items={view.items} />}
      {doneCount > 0 && (
        <p className={styles.note} role="status">
          <Icon name="check" />
          {t('properties.done-before', { count: doneCount })}
        </p>
      )}
      {isConnectedAgain && shownRefusal === null && (
        <p className={styles.note} role="status">
          <Icon name="information" />
          {t('properties.connected-again')}
        </p>
      )}
      {shownRefusal !== null && (
        <p className={styles.refusal} role="alert">
          <Icon name="warning" />
          <span>{refusalText(shownRefusal)}</span>
        </p>
      )}
      {view.isMany && blocked === null && view.gone.length > 0 && <Gone items={view.gone} />}
      {view.changed.length > 0 && <Changed changed={view.changed} properties={properties} />}
      {state.leftOut.size > 0 && (
        <p className={styles.note}>
          <Icon name="information" />
          {t('properties.left-out', { count: state.leftOut.size })}
        </p>
      )}
    </>
  );
}

/** Under the fields, once OK was pressed: why nothing came of it. Where nothing can be sent at all, that is said above. */
export function NotSentNote({ properties: { view, isTried, blocked } }: { properties: Properties }) {
  if (!isTried || blocked !== null || !isUndecided(view)) return null;
  return (
    <p className={styles.refusal} role="alert">
      <Icon name="warning" />
      <span>{t('properties.not-sent')}</span>
    </p>
  );
}

function About({ items }: { items: readonly JumpItem[] }) {
  return (
    <p className={styles.about}>
      {t('properties.about', { count: items.length })} <Names items={items} /> {t('properties.stays')}
    </p>
  );
}

function Names({ items }: { items: readonly JumpItem[] }) {
  const named = items.length === MAX_NAMED + 1 ? items : items.slice(0, MAX_NAMED);
  return (
    <>
      {named.map(({ id, name }, place) => (
        <span key={id}>
          {place > 0 && ' '}
          <span className={styles.entry}>
            <WrittenText className={styles.named}>{name}</WrittenText>
            {place < named.length - 1 && ','}
          </span>
        </span>
      ))}
      {items.length > named.length &&
        ` ${t('properties.about-more', { count: items.length - named.length })}`}
      .
    </>
  );
}

function Gone({ items }: { items: readonly JumpItem[] }) {
  return (
    <p className={styles.note} role="status">
      <Icon name="information" />
      <span>
        {t('properties.gone', { count: items.length })} <Names items={items} />
      </span>
    </p>
  );
}

/** Of many: who was changed by somebody else meanwhile, in what, and whether they are changed as well. */
function Changed({ changed, properties }: { changed: readonly ChangedItem[]; properties: Properties }) {
  const { change, isSending, isTried } = properties;
  const count = changed.length;
  const ids = changed.map(({ latest }) => latest.id);
  return (
    <div className={styles.theirs} data-loud={isTried || undefined} role="alert">
      <div className={styles.changed}>
        <Icon name="warning" />
        <div>
          {t('properties.changed', { count })}
          <ul>
            {changed.slice(0, MAX_NAMED).map((one) => (
              <ChangedLine key={one.latest.id} changed={one} />
            ))}
          </ul>
          {count > MAX_NAMED && t('properties.more', { count: count - MAX_NAMED })}
        </div>
      </div>
      <Button
        label={t('properties.include-changed', { count })}
        look="outlined"
        className={styles.choice}
        isDisabled={isSending}
        onPress={() =>
          change((before) =>
            includeChanged(
              before,
              changed.map(({ latest }) => latest),
            ),
          )
        }
      />
      <Button
        label={t('properties.leave-out', { count })}
        look="outlined"
        className={styles.choice}
        isDisabled={isSending}
        onPress={() => change((before) => leaveOut(before, ids))}
      />
    </div>
  );
}

function ChangedLine({ changed: { seen, latest, fields } }: { changed: ChangedItem }) {
  const valueText = useValueText();
  return (
    <li>
      <bdi className={styles.named}>{latest.name}</bdi>
      {fields.map((name) => (
        <span key={name} className={styles.was}>
          {fieldLabel(name)}: <bdi>{valueText(name, fieldText(seen, name))}</bdi> →{' '}
          <bdi>{valueText(name, fieldText(latest, name))}</bdi>
        </span>
      ))}
    </li>
  );
}

import { useMemo } from 'react';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { t } from '../../texts.ts';
import styles from './jump-item-properties.module.css';
import type { Draft } from './properties-draft.ts';
import { type FieldPreview, previewDraft } from './properties-preview.ts';
import { fieldLabel, useValueText } from './value-text.ts';

/** What OK would do to many items: which field changes on how many, from what to what. */
export function PropertiesPreview({ draft, items }: { draft: Draft; items: readonly JumpItem[] }) {
  const fields = useMemo(() => previewDraft(draft, items), [draft, items]);
  return fields.map((field) => <FieldChange key={field.name} field={field} />);
}

function FieldChange({ field: { name, to, count, lines, rest } }: { field: FieldPreview }) {
  const valueText = useValueText();
  const label = fieldLabel(name);
  const after = valueText(name, to);
  return (
    <section className={styles.preview} aria-label={label}>
      <h3 className={styles.previewTitle}>
        {label} <span>{t('properties.preview-count', { count })}</span>
      </h3>
      <ul>
        {lines.map(({ from, count: some }) => (
          <li key={from}>
            <Value text={valueText(name, from)} isNone={from === ''} />
            <span className={styles.arrow}>→</span>
            <Value text={after} isNone={to === ''} />
            <span className={styles.count}>{t('properties.items-count', { count: some })}</span>
          </li>
        ))}
        {rest !== null && (
          <li>
            <span className={styles.none}>{t('properties.preview-rest', { values: rest.values })}</span>
            <span className={styles.arrow}>→</span>
            <Value text={after} isNone={to === ''} />
            <span className={styles.count}>{t('properties.items-count', { count: rest.count })}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

function Value({ text, isNone }: { text: string; isNone: boolean }) {
  return (
    <bdi className={isNone ? styles.none : styles.value} title={text}>
      {text}
    </bdi>
  );
}

import type { ReactNode } from 'react';
import styles from './statistics-pane.module.css';
import type { Telling } from './told.ts';

export function StatisticsSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>{children}</dl>
    </section>
  );
}

type Props = {
  name: string;
  value: string;
  told?: Telling | undefined;
  /** Drawn under the value. */
  children?: ReactNode;
};

/** A statistic: its name, its value, and how old that is. Empty ones are left out. */
export function Statistic({ name, value, told, children }: Props) {
  if (value === '') return null;
  return (
    <div className={styles.statistic}>
      <dt>{name}</dt>
      <dd title={told === undefined ? value : `${value}\n${told.at}`}>
        <bdi className={styles.value}>{value}</bdi>
        {told !== undefined && <span className={styles.age}>{told.age}</span>}
        {children}
      </dd>
    </div>
  );
}

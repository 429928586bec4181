import { Fragment, memo, useState } from 'react';
import { useGroupLabels } from '../../store/console-context.tsx';
import type { GroupLabels } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { RowList } from '../../ui/row-list.tsx';
import styles from './import-dialog.module.css';
import { type ImportLine, type ImportLines, kindOf, LINE_KINDS, type LineKind } from './import-lines.ts';
import { lineContent } from './line-content.tsx';
import { RefusedLinesBar } from './refused-lines-bar.tsx';

type Filter = LineKind | 'all';

const ICONS: Readonly<Record<LineKind, IconName>> = {
  created: 'plus',
  changed: 'properties',
  unchanged: 'minus',
  refused: 'warning',
  done: 'check',
};

type Props = { lines: ImportLines; fileName: string; isChecking: boolean };

/** Line by line what would become of the file: the lines of one kind or all, and the chosen line in full. */
export function ImportLineList({ lines, fileName, isChecking }: Props) {
  const groupLabels = useGroupLabels();
  const [filter, setFilter] = useState<Filter>('all');
  const [active, setActive] = useState(0);
  const listed = lines[filter];
  const line = listed[active];
  return (
    <>
      <div className={styles.bar}>
        <Filters
          lines={lines}
          filter={filter}
          onFilter={(chosen) => {
            setFilter(chosen);
            setActive(0);
          }}
        />
        {lines.refused.length > 0 && !isChecking && (
          <RefusedLinesBar lines={lines.refused} fileName={fileName} />
        )}
      </div>
      <div className={styles.lines}>
        {listed.length === 0 && !isChecking ? (
          <p className={styles.nothing}>{t('import.nothing-here')}</p>
        ) : (
          <RowList
            key={filter}
            label={t('import.lines')}
            count={listed.length}
            active={active}
            onActive={setActive}
            row={(index) => {
              const shown = listed[index];
              return shown === undefined ? null : <LineRow line={shown} groupLabels={groupLabels} />;
            }}
          />
        )}
      </div>
      <section className={styles.detail} aria-label={t('import.detail')}>
        {line !== undefined && <LineDetail line={line} groupLabels={groupLabels} />}
      </section>
    </>
  );
}

type FiltersProps = { lines: ImportLines; filter: Filter; onFilter: (filter: Filter) => void };

function Filters({ lines, filter, onFilter }: FiltersProps) {
  const kinds = LINE_KINDS.filter((kind) => kind !== 'done' || lines.done.length > 0);
  return (
    <fieldset className={styles.filters} aria-label={t('import.filter')}>
      {(['all', ...kinds] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.filter}
          aria-pressed={kind === filter}
          data-kind={kind}
          onClick={() => onFilter(kind)}
        >
          {t('import.filter-count', { label: t(`import.filter-${kind}`), count: lines[kind].length })}
        </button>
      ))}
    </fieldset>
  );
}

type LineProps = { line: ImportLine; groupLabels: GroupLabels };

/** Drawn once: a file's lines come in by the hundred a frame, and those in sight stay what they are. */
const LineRow = memo(function LineRow({ line, groupLabels }: LineProps) {
  const kind = kindOf(line);
  return (
    <>
      <span className={styles.number}>{line.planned.line}</span>
      <span className={styles.verdict} data-kind={kind}>
        <Icon name={ICONS[kind]} />
        {t(`import.verdict-${kind}`)}
      </span>
      <bdi className={styles.name}>{nameOf(line)}</bdi>
      <span className={styles.text}>
        {lineContent(line, groupLabels).map(({ key, content }, place) => (
          <Fragment key={key}>
            {place > 0 && '  ·  '}
            {content}
          </Fragment>
        ))}
      </span>
    </>
  );
});

function LineDetail({ line, groupLabels }: LineProps) {
  return (
    <>
      <h3>
        {t('import.line', { line: line.planned.line })} · {t(`import.verdict-${kindOf(line)}`)} ·{' '}
        <bdi>{nameOf(line)}</bdi>
      </h3>
      <ul>
        {kindOf(line) === 'unchanged' && <li>{t('import.said-already')}</li>}
        {lineContent(line, groupLabels).map(({ key, content }) => (
          <li key={key}>{content}</li>
        ))}
      </ul>
    </>
  );
}

function nameOf({ planned }: ImportLine): string {
  return planned.name === '' ? t('import.without-name') : planned.name;
}

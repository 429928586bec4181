import type { ReactNode } from 'react';
import { FILE_COLUMNS, FILE_METHODS } from '#app/domain/file-columns.ts';
import type { FieldChange } from '#app/domain/import-change.ts';
import type { GroupLabels } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { type ImportLine, kindOf } from './import-lines.ts';
import { refusalTexts } from './line-text.ts';

type Part = { readonly key: string; readonly content: ReactNode };

/** What would become of a line, part by part; what stands in the file or in the item turns nothing around it. */
export function lineContent(line: ImportLine, groupLabels: GroupLabels): readonly Part[] {
  const { planned } = line;
  if (kindOf(line) === 'refused') {
    return refusalTexts(line).map((text) => ({ key: text, content: <bdi>{text}</bdi> }));
  }
  if (planned.verdict === 'created') {
    const { method, hostname, port, jumpGroupId } = planned.shortcut;
    const address = port === null ? hostname : `${hostname}:${port}`;
    const group = groupLabels.get(jumpGroupId) ?? '';
    const text = t('import.created', { method: FILE_METHODS[method], address, group });
    return [{ key: 'created', content: <bdi>{text}</bdi> }];
  }
  if (planned.verdict !== 'changed') return [];
  return planned.fields.map((field) => ({ key: field.column, content: <Change field={field} /> }));
}

function Change({ field: { column, from, to } }: { field: FieldChange }) {
  return (
    <>
      {FILE_COLUMNS[column].title}: <bdi>{from || t('import.blank')}</bdi> →{' '}
      <bdi>{to || t('import.blank')}</bdi>
    </>
  );
}

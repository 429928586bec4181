import { refusal, success } from '../lib/result.ts';
import type { FileCell } from './file-columns.ts';
import type { JumpGroupId, JumpItemId } from './ids.ts';
import { type LineRefusal, type ReadCell, textOf } from './import-cells.ts';
import type { JumpGroup } from './jump-group.ts';
import type { JumpItem } from './jump-item.ts';
import { type JumpItemDeed, missingRight } from './jump-item-permission.ts';
import type { Representative } from './representative.ts';

/** What an import is planned against: what the representative sees at the moment. */
export type ImportContext = {
  readonly viewer: Representative;
  readonly groups: readonly JumpGroup[];
  /** What the viewer calls a group, as the file does. */
  readonly groupLabel: (group: JumpGroup) => string;
  /** An item that is visible to the viewer. */
  readonly itemOf: (id: JumpItemId) => JumpItem | undefined;
};

export type ImportGroups = {
  readonly label: (id: JumpGroupId) => string;
  /** The one group of this name. */
  readonly read: (cell: FileCell) => ReadCell<JumpGroup>;
  /** What the viewer lacks for a deed in a group, as a refusal. */
  readonly withoutRight: (id: JumpGroupId, deed: JumpItemDeed) => LineRefusal | null;
};

/** The Jump Groups as a file names them. */
export function createImportGroups({ viewer, groups, groupLabel }: ImportContext): ImportGroups {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const byLabel = new Map<string, JumpGroup[]>();
  for (const group of groups) {
    const label = groupLabel(group);
    byLabel.set(label, [...(byLabel.get(label) ?? []), group]);
  }
  return {
    label(id) {
      const group = byId.get(id);
      return group === undefined ? '' : groupLabel(group);
    },
    read(cell) {
      const label = textOf(cell);
      if (label === '') return refusal({ code: 'empty' });
      const [group, ...others] = byLabel.get(label) ?? byLabel.get(label.normalize('NFC')) ?? [];
      if (group === undefined) return refusal({ code: 'jump-group-not-found', detail: label });
      return others.length > 0 ? refusal({ code: 'jump-group-ambiguous', detail: label }) : success(group);
    },
    withoutRight(id, deed) {
      const group = byId.get(id);
      const right = group === undefined ? null : missingRight(viewer, group, deed);
      return right === null ? null : { code: 'not-permitted', column: null, detail: right };
    },
  };
}

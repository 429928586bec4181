import type { KeyboardEvent } from 'react';
import type { JumpGroupId } from '#app/domain/ids.ts';
import type { Member } from '#app/domain/member.ts';
import {
  useConsole,
  useConsoleState,
  useGroupLabels,
  useJumpItemCounts,
} from '../../store/console-context.tsx';
import { naturalKey } from '../../store/natural-key.ts';
import { selectTeamOfMembers } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { Tree } from '../../ui/tree.tsx';
import { nodeIdOfScope } from './jump-group-nodes.ts';
import { toTreeNode } from './jump-group-tree-node.tsx';
import styles from './jump-groups-pane.module.css';
import { useDropMark } from './use-drop-mark.ts';

/** The second pane (R1.1): the members of the one chosen team whose personal groups may be seen. */
export function TeamMembersPane() {
  const teamId = useConsoleState(selectTeamOfMembers);
  const members = useConsoleState((state) => state.members.rows);
  if (teamId === null) return null;
  const own = [...members.values()].filter((member) => member.teamIds.includes(teamId));
  return own.length === 0 ? null : <Members teamId={teamId} members={own.toSorted(byName)} />;
}

function byName(one: Member, other: Member): number {
  return naturalKey(one.displayName) < naturalKey(other.displayName) ? -1 : 1;
}

const nodeOf = (jumpGroupId: JumpGroupId) => nodeIdOfScope({ kind: 'group', jumpGroupId, tag: null });

type Props = { teamId: JumpGroupId; members: readonly Member[] };

function Members({ teamId, members }: Props) {
  const { store } = useConsole();
  const counts = useJumpItemCounts();
  const team = useGroupLabels().get(teamId) ?? '';
  const scope = useConsoleState((state) => state.scopes[0]);
  const isMember = useConsoleState((state) => state.teamOfMember !== null);

  const leaf = { level: 1, isExpanded: null } as const;
  const dropTarget = useDropMark();
  const wholeTeam = t('members.whole-team');
  const nodes = [
    toTreeNode({
      ...leaf,
      id: nodeOf(teamId),
      label: wholeTeam,
      text: wholeTeam,
      count: counts.group(teamId),
    }),
    ...members.map(({ personalGroupId, displayName }) => {
      const count = counts.group(personalGroupId);
      return toTreeNode({
        ...leaf,
        id: nodeOf(personalGroupId),
        label: displayName,
        text: displayName,
        count,
      });
    }),
  ];
  const showWholeTeam = () =>
    store.getState().selectScopes([{ kind: 'group', jumpGroupId: teamId, tag: null }]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isMember) return;
    event.preventDefault();
    showWholeTeam();
  };

  return (
    <section
      className={styles.members}
      aria-label={t('members.of', { team })}
      onKeyDown={onKeyDown}
      data-drop-zone
    >
      <h2 className={styles.title}>
        <bdi title={t('members.of', { team })}>{t('members.title')}</bdi>
      </h2>
      <Tree
        label={t('members.of', { team })}
        sections={[{ title: null, nodes }]}
        selectedIds={new Set([nodeOf(isMember && scope?.kind === 'group' ? scope.jumpGroupId : teamId)])}
        dropTarget={dropTarget}
        onSelect={(id) => {
          const member = members.find(({ personalGroupId }) => nodeOf(personalGroupId) === id);
          if (member === undefined) showWholeTeam();
          else store.getState().selectMember(teamId, member.personalGroupId);
        }}
      />
    </section>
  );
}

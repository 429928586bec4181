import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { deedRefusal } from '../../actions/change-availability.ts';
import { editJumpItems } from '../../actions/change-jump-items.ts';
import { groupRefusal } from '../../jump-item-fields/jump-group-choices.ts';
import { isLive } from '../../store/connection-slice.ts';
import { type Console, useConsole, useConsoleState, useGroupLabels } from '../../store/console-context.tsx';
import type { JumpItemList } from '../../store/jump-item-rows.ts';
import type { Refusal } from '../../store/messages-slice.ts';
import { t } from '../../texts.ts';
import { changeOfDraft, type Draft } from './properties-draft.ts';
import {
  keepOnly,
  noteRefusals,
  openProperties,
  type PropertiesState,
  resetProperties,
} from './properties-state.ts';
import {
  type CurrentItems,
  currentItems,
  isUndecided,
  itemsToChange,
  type PropertiesView,
  viewProperties,
} from './properties-view.ts';

export type Properties = ReturnType<typeof useProperties>;

/** An open dialog about these items: what it shows now, and what its buttons do. */
export function useProperties(opened: readonly JumpItem[]) {
  const console = useConsole();
  const [state, setState] = useState(() => openProperties(opened));
  const [isPreviewAsked, askPreview] = useState(false);
  /** OK was pressed and nothing could be sent: what is left to decide is said loudly. */
  const [isTried, setTried] = useState(false);
  const [doneCount, setDoneCount] = useState(0);
  const { isMany } = state;
  const { isSending, refusal, isConnectedAgain, send, forgetRefusal } = useSending(
    console,
    (outcome, sent) => {
      const conflicts = outcome.refused.filter(
        ({ code, current }) => code === 'changed-meanwhile' && current,
      );
      if (isMany && conflicts.length === 0) return 'done';
      setState((before) => {
        const noted = noteRefusals(before, outcome);
        return isMany ? keepOnly(noted, new Set(conflicts.map(({ jumpItemId }) => jumpItemId))) : noted;
      });
      setDoneCount((before) => before + outcome.done);
      askPreview(false);
      return sent.length === outcome.done ? 'done' : 'goes-on';
    },
  );
  const view = useLiveView(console, state, isSending);
  const blocked = useBlocked(view);
  const isReady = blocked === null && !isUndecided(view);
  const isPreview = isPreviewAsked && isReady;
  // What comes to be marked later was not there when OK was pressed.
  if (isTried && isReady) setTried(false);
  const targets = useTargets(state.draft, view.items, isPreview);
  const apply = (items = targets) => {
    if (isReady && items.length > 0) send(items, changeOfDraft(state.draft));
  };
  return {
    state,
    view,
    targets,
    /** Why nothing can be sent at all, whatever is typed. */
    blocked,
    refusal,
    /** OK could not be sent for want of a connection, and there is one again. */
    isConnectedAgain,
    isTried,
    isSending,
    doneCount,
    isPreview,
    change(next: (before: PropertiesState) => PropertiesState) {
      forgetRefusal();
      setState(next);
    },
    /** What the dialog opened with: nothing is left of what OK had said either. */
    reset() {
      forgetRefusal();
      setTried(false);
      setState(resetProperties);
    },
    /** OK: sends; of many only after what it would do was shown. With nothing to change it just closes. */
    submit() {
      if (isSending || blocked !== null) return;
      setTried(!isReady);
      if (!isReady) return;
      const items = itemsToChange(state, view);
      if (items.length === 0) console.store.getState().closeDialog();
      else if (view.isMany) askPreview(true);
      else apply(items);
    },
    apply: () => apply(),
    back: () => askPreview(false),
  };
}

const NONE: readonly JumpItem[] = [];

/** What the preview is about; nobody asks for it before. */
function useTargets(draft: Draft, items: readonly JumpItem[], isPreview: boolean): readonly JumpItem[] {
  return useMemo(() => (isPreview ? itemsToChange({ draft }, { items }) : NONE), [draft, items, isPreview]);
}

/**
 * What the items are now; only what changed in the list is looked at again. While they are sent nothing can be decided:
 * the list that changes behind the dialog is what OK does, and walking thousands of items for it would hold it up.
 */
function useCurrentItems(console: Console, state: PropertiesState, isSending: boolean): CurrentItems {
  const { rows } = console;
  const list = useListUnless(isSending, console);
  const last = useRef<CurrentItems | null>(null);
  const { isMany, opened, seen, leftOut, told, toldGone } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are read from the console, the list tells of their change
  const current = useMemo(
    () => currentItems({ isMany, opened, seen, leftOut, told, toldGone }, rows.get, last.current),
    [isMany, opened, seen, leftOut, told, toldGone, rows, list],
  );
  useEffect(() => {
    last.current = current;
  }, [current]);
  return current;
}

/** The list as it is, or while it is held as it was last: nothing is drawn for its changes then. */
function useListUnless(isHeld: boolean, { rows }: Console): JumpItemList {
  const shown = useRef(rows.getList());
  return useSyncExternalStore(rows.subscribe, () => {
    if (!isHeld) shown.current = rows.getList();
    return shown.current;
  });
}

/** What the dialog shows, anew whenever something is typed or the list changes behind it. */
function useLiveView(console: Console, state: PropertiesState, isSending: boolean): PropertiesView {
  const current = useCurrentItems(console, state, isSending);
  const viewer = useConsoleState(({ representative }) => representative);
  const groups = useConsoleState(({ jumpGroups }) => jumpGroups.rows);
  const labels = useGroupLabels();
  const view = useMemo(() => viewProperties(state, current), [state, current]);
  const chosen = state.draft.jumpGroupId;
  if (chosen === undefined || viewer === null) return view;
  const to = [...groups.values()].find(({ id }) => id === chosen);
  const error =
    to === undefined
      ? t('jump-error.jump-group-not-found')
      : groupRefusal({ viewer, groups, labels }, to, { deed: 'move', from: view.groupIds });
  return {
    ...view,
    fields: view.fields.map((field) => (field.name === 'jumpGroupId' ? { ...field, error } : field)),
  };
}

/** Why nothing can be changed at all: none is left (R7.7), or a right was withdrawn. */
function useBlocked({ items, gone }: PropertiesView): Pick<Refusal, 'code' | 'detail'> | null {
  const representative = useConsoleState((state) => state.representative);
  const jumpGroups = useConsoleState((state) => state.jumpGroups);
  if (items.length === 0 && gone.length > 0) return { code: 'client-not-found' };
  return deedRefusal({ representative, jumpGroups }, items, 'edit');
}

type Outcome = Extract<NonNullable<Awaited<ReturnType<typeof editJumpItems>>>, { ok: true }>['outcome'];
type Change = Parameters<typeof editJumpItems>[2];

/** Why OK was not sent or did nothing; and that one which nobody heard may be tried again. */
type SendingNote = Pick<Refusal, 'code' | 'detail'> | 'connected-again' | null;

function isUnreachable(note: SendingNote): boolean {
  return note !== null && note !== 'connected-again' && note.code === 'appliance-unreachable';
}

/** Sends once at a time; closes the dialog when everything was done, unless it was closed meanwhile. */
function useSending(
  console: Console,
  onOutcome: (outcome: Outcome, sent: readonly JumpItem[]) => 'done' | 'goes-on',
) {
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<SendingNote>(null);
  const isConnected = useConsoleState((state) => isLive(state.connection));
  useEffect(() => {
    // What was refused for want of a connection may be tried again as soon as there is one, which is said.
    if (isConnected) setRefusal((before) => (isUnreachable(before) ? 'connected-again' : before));
  }, [isConnected]);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  /** Where the person looks, instead of in a message beside. */
  const showOwnRefusal = (outcome: Outcome, items: readonly JumpItem[]) => {
    setRefusal(ownRefusal(outcome));
    for (const { name } of items.slice(0, 1)) console.store.getState().dismissRefusals(name);
  };
  const sendAll = async (items: readonly JumpItem[], change: Change) => {
    const answer = await editJumpItems(console, items, change, { keepsConflicts: () => isOpen.current });
    if (!isOpen.current) {
      if (answer?.ok === false) console.store.getState().showRefusal(answer.refusal);
      return;
    }
    setSending(false);
    if (answer === null) return;
    if (!answer.ok) setRefusal(answer.refusal);
    else if (onOutcome(answer.outcome, items) === 'done') console.store.getState().closeDialog();
    else showOwnRefusal(answer.outcome, items);
  };
  return {
    isSending,
    refusal: refusal === 'connected-again' ? null : refusal,
    isConnectedAgain: refusal === 'connected-again',
    forgetRefusal: () => setRefusal(null),
    send(items: readonly JumpItem[], change: Change) {
      if (isSending) return;
      setSending(true);
      setRefusal(null);
      void sendAll(items, change);
    },
  };
}

/** Of one item: why it was left as it is. A change by somebody else is shown beside its field instead. */
function ownRefusal({ refused }: Outcome): Pick<Refusal, 'code' | 'detail'> | null {
  const [first, ...others] = refused;
  if (first === undefined || others.length > 0) return null;
  if (first.code === 'changed-meanwhile' || first.code === 'client-not-found') return null;
  return first;
}

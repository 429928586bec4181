import type { ConsoleState, ConsoleStore } from './console-store.ts';

/**
 * Takes up the kept choices when a representative signs in again, and lets go of Jump Groups that are gone and of a
 * saved view that was removed in another console: what it showed stays.
 * @returns a function that ends it
 */
export function followChoices(store: ConsoleStore): () => void {
  return store.subscribe((state, before) => {
    if (isSignedOut(before) && !isSignedOut(state)) state.restoreChoices();
    if (state.jumpGroups !== before.jumpGroups) leaveLostGroups(store.getState());
    if (state.preferences.savedViews !== before.preferences.savedViews) leaveLostView(store.getState());
  });
}

function isSignedOut({ connection }: ConsoleState): boolean {
  return connection?.state === 'signed-out';
}

function leaveLostView({ savedViewId, preferences, scopes, selectScopes }: ConsoleState): void {
  const isLost = savedViewId !== null && !preferences.savedViews.some(({ id }) => id === savedViewId);
  if (isLost) selectScopes(scopes);
}

/**
 * A chosen group that the appliance no longer shows cannot stay chosen: what is left of the choice is listed, or all.
 * A member's personal group leads back to the team. A saved view stays as it was saved, with nothing to list.
 */
function leaveLostGroups({ jumpGroups, representative, ...state }: ConsoleState): void {
  const isWhole = jumpGroups.named === null && representative !== null;
  if (!isWhole || state.savedViewId !== null) return;
  const isKnown = (scope: ConsoleState['scopes'][number]) =>
    scope.kind === 'all' || jumpGroups.rows.has(scope.jumpGroupId);
  const known = state.scopes.filter(isKnown);
  if (known.length === state.scopes.length) return;
  const { teamOfMember } = state;
  const hasTeam = teamOfMember !== null && jumpGroups.rows.has(teamOfMember);
  state.selectScopes(hasTeam ? [{ kind: 'group', jumpGroupId: teamOfMember, tag: null }] : known);
}

// Console ↔ appliance: the choices that follow a representative to every console they sign in at.
import { z } from 'zod';
import { SEARCH_FIELDS } from '../domain/jump-item-search.ts';
import { type FollowingPreferences, MOST_SAVED_VIEWS, SavedView, TableLayout } from './preferences.ts';

/**
 * One of them, by itself: consoles that change different ones at the same time lose nothing; of the same one the last
 * word counts. What else the preferences hold belongs to the computer, or to a moment: theme, panes, tabs, drafts.
 */
export const KeptChoice = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('layout'), value: TableLayout }),
  z.strictObject({ of: z.literal('search-fields'), value: z.array(z.enum(SEARCH_FIELDS)) }),
  /** Null: it was removed. */
  z
    .strictObject({ of: z.literal('view'), id: z.uuid(), value: SavedView.nullable() })
    .refine(({ id, value }) => value === null || value.id === id),
  z.strictObject({ of: z.literal('view-order'), value: z.array(z.uuid()).max(MOST_SAVED_VIEWS) }),
]);
export type KeptChoice = z.infer<typeof KeptChoice>;

export const keptChoiceRequests = {
  /** First all that is kept is told, each by `choice:changed`, then this is answered. From then on whatever is kept is told. */
  'choices:follow': { params: z.strictObject({}), reply: z.strictObject({}) },
  /**
   * Takes the place of what was kept of the same. Refused with `too-many-items` for a view beyond `MOST_SAVED_VIEWS`, and
   * with `appliance-too-busy` for too many at once.
   */
  'choice:keep': { params: z.strictObject({ choice: KeptChoice }), reply: z.strictObject({}) },
} satisfies Record<string, { params: z.ZodType; reply: z.ZodType }>;

/** Two of the same name are the same choice. */
export function choiceName(choice: KeptChoice): string {
  return choice.of === 'view' ? viewName(choice.id) : choice.of;
}
const viewName = (id: string): string => `view ${id}`;
const ORDER: KeptChoice['of'] = 'view-order';

/** All choices that preferences hold, by their names. */
export function choicesIn({
  layout,
  searchFields,
  savedViews,
}: FollowingPreferences): ReadonlyMap<string, KeptChoice> {
  const choices: KeptChoice[] = [
    { of: 'layout', value: layout },
    { of: 'search-fields', value: searchFields },
    ...savedViews.map((view) => ({ of: 'view' as const, id: view.id, value: view })),
    { of: 'view-order', value: savedViews.map(({ id }) => id) },
  ];
  return new Map(choices.map((choice) => [choiceName(choice), choice]));
}

/** Those that are in `after` and not, or not so, in `before`; null stands for a view that was removed. */
export function changedChoices(before: FollowingPreferences, after: FollowingPreferences): KeptChoice[] {
  const known = choicesIn(before);
  const now = choicesIn(after);
  return orderLast([...new Set([...known.keys(), ...now.keys()])])
    .map((name) => now.get(name) ?? choiceOf(after, name))
    .filter((choice) => choice !== null)
    .filter((choice) => !isSameChoice(choice, known.get(choiceName(choice)) ?? null));
}

/** Names of choices, the order of the views behind the views: so each of them is there to be given its place. */
export function orderLast(names: readonly string[]): string[] {
  const order = names.filter((name) => name === ORDER);
  return [...names.filter((name) => name !== ORDER), ...order];
}

export function isSameChoice(one: KeptChoice | null, other: KeptChoice | null): boolean {
  if (one?.of === 'view' && other?.of === 'view' && one.value === other.value) return one.id === other.id;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What stands for a name now: a view that is not there any more was removed. Null for a name of nothing. */
export function choiceOf(preferences: FollowingPreferences, name: string): KeptChoice | null {
  const choice = choicesIn(preferences).get(name);
  if (choice !== undefined) return choice;
  const removed = KeptChoice.safeParse({ of: 'view', id: name.slice(viewName('').length), value: null });
  return removed.data ?? null;
}

/** What choices make of preferences; of two of the same name the later one counts. */
export function withChoices<P extends FollowingPreferences>(
  preferences: P,
  choices: Iterable<KeptChoice>,
): P {
  const byName = new Map([...choices].map((choice) => [choiceName(choice), choice]));
  return orderLast([...byName.keys()])
    .map((name) => byName.get(name))
    .filter((choice) => choice !== undefined)
    .reduce<P>(withChoice, preferences);
}

/** What a choice makes of preferences. */
function withChoice<P extends FollowingPreferences>(preferences: P, choice: KeptChoice): P {
  switch (choice.of) {
    case 'layout':
      return { ...preferences, layout: choice.value };
    case 'search-fields':
      return { ...preferences, searchFields: choice.value };
    case 'view':
      return { ...preferences, savedViews: withView(preferences.savedViews, choice.id, choice.value) };
    case 'view-order':
      return { ...preferences, savedViews: inOrder(preferences.savedViews, choice.value) };
  }
}

function withView(
  views: FollowingPreferences['savedViews'],
  id: string,
  view: SavedView | null,
): SavedView[] {
  if (view === null) return views.filter((known) => known.id !== id);
  if (views.some((known) => known.id === id)) return views.map((known) => (known.id === id ? view : known));
  return views.length < MOST_SAVED_VIEWS ? [...views, view] : views;
}

/** Those that the order does not name follow, as they stood. */
function inOrder(views: FollowingPreferences['savedViews'], order: readonly string[]): SavedView[] {
  const place = new Map(order.map((id, index) => [id, index]));
  return views.toSorted(
    (one, other) => (place.get(one.id) ?? Infinity) - (place.get(other.id) ?? Infinity) || 0,
  );
}

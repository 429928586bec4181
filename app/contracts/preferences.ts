import { z } from 'zod';
import { MOST_WAITING } from '../chat/chat-log.ts';
import { RepresentativeId } from '../domain/ids.ts';
import { JumpItemScope } from '../domain/jump-item-scope.ts';
import { SEARCH_FIELDS } from '../domain/jump-item-search.ts';
import { UnsentMessage } from './chat.ts';

const ColumnName = z.string().max(64);

/** The table of one view: its columns from left to right, and what it is sorted by, first things first (R1.3). */
export const TableLayout = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        id: ColumnName,
        /** Pixels; null: a share of what the pane has. */
        width: z.number().min(24).max(2_000).nullable(),
        /** Stays at the left while the others scroll. */
        isPinned: z.boolean(),
      }),
    )
    .max(64),
  sorting: z.array(z.strictObject({ column: ColumnName, descending: z.boolean() })).max(8),
});
export type TableLayout = z.infer<typeof TableLayout>;

/** The columns that the guide shows, and the status. */
const GUIDE_COLUMNS = ['name', 'hostname', 'method', 'comments', 'group', 'status'];
const GUIDE_LAYOUT: TableLayout = {
  columns: GUIDE_COLUMNS.map((id) => ({ id, width: null, isPinned: false })),
  sorting: [{ column: 'name', descending: false }],
};

/** What is kept of a search, in UTF-16 units; of searches; and of Jump Groups and tags that are chosen at once. */
export const LONGEST_KEPT_SEARCH = 1_000;
export const MOST_RECENT_SEARCHES = 20;
export const MOST_SCOPES = 100;

/** What a representative wants to see again: where, what is searched, and how the table stands. */
export const SavedView = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(256),
  searchText: z.string().max(LONGEST_KEPT_SEARCH),
  scopes: z.array(JumpItemScope).min(1).max(MOST_SCOPES),
  layout: TableLayout,
});
export type SavedView = z.infer<typeof SavedView>;

export const MOST_SAVED_VIEWS = 200;

/** A tab that is open, and what it is called here alone; null: as its item is. */
export const KeptTab = z.strictObject({
  id: z.string().min(1).max(80),
  name: z.string().max(256).nullable(),
});
export type KeptTab = z.infer<typeof KeptTab>;
export const MOST_KEPT_TABS = 200;

/** What was written in a session's chat and is not said yet: a console that is started anew has it. UTF-16 units. */
export const LONGEST_KEPT_DRAFT = 16_000;
export const KeptChatText = z.strictObject({
  sessionId: z.string().min(1).max(80),
  draft: z.string().max(LONGEST_KEPT_DRAFT),
  /** Said, and not taken by the computer yet; the first one first. */
  waiting: z.array(UnsentMessage).max(MOST_WAITING),
});
export type KeptChatText = z.infer<typeof KeptChatText>;
export const MOST_KEPT_CHATS = 20;

/** Those that follow a representative from one computer to another: `kept-choices.ts`. */
const followingFields = {
  searchFields: z.array(z.enum(SEARCH_FIELDS)),
  layout: TableLayout,
  /** In the order in which the left pane shows them. */
  savedViews: z.array(SavedView).max(MOST_SAVED_VIEWS),
};

/** Those that belong to this computer, or to a moment. */
const localFields = {
  theme: z.enum(['system', 'light', 'dark']),
  /** The one that is shown; null: the Jump interface's own. */
  savedViewId: z.uuid().nullable(),
  /** The newest first. */
  recentSearches: z.array(z.string().max(LONGEST_KEPT_SEARCH)).max(MOST_RECENT_SEARCHES),
  /** What is chosen in the left pane. */
  scopes: z.array(JumpItemScope).min(1).max(MOST_SCOPES),
  expandedGroups: z.array(z.string().max(64)).max(1_000),
  /** The tabs beside the Jump interface that were moved or named, from left to right; those that are not here follow. */
  tabs: z.array(KeptTab).max(MOST_KEPT_TABS),
  /** Of sessions that live; the one that was written in last stands last. */
  chatTexts: z.array(KeptChatText).max(MOST_KEPT_CHATS),
  paneWidths: z.strictObject({ left: z.number().min(120).max(800), right: z.number().min(160).max(900) }),
};

/** More than there can be, but for views that were made and removed without a connection. */
export const MOST_UNSENT = 1_000;
/** The names of choices that changed here and that the appliance does not keep yet. */
const UnsentChoices = z.array(z.string().max(64)).max(MOST_UNSENT);

/** Of so many representatives who have used this computer before the choices are remembered. */
export const MOST_OTHERS = 20;

/** What follows a representative, while somebody else uses this computer. */
const OthersChoices = z.strictObject({
  representativeId: RepresentativeId,
  ...followingFields,
  unsentChoices: UnsentChoices,
});

/** What the console remembers of one person's choices. Each has a default, so that an older file still reads. */
export const Preferences = z.strictObject({
  theme: localFields.theme.default('system'),
  searchFields: followingFields.searchFields.default([...SEARCH_FIELDS]),
  layout: followingFields.layout.default(GUIDE_LAYOUT),
  savedViews: followingFields.savedViews.default([]),
  savedViewId: localFields.savedViewId.default(null),
  recentSearches: localFields.recentSearches.default([]),
  scopes: localFields.scopes.default([{ kind: 'all' }]),
  expandedGroups: localFields.expandedGroups.default([]),
  tabs: localFields.tabs.default([]),
  chatTexts: localFields.chatTexts.default([]),
  paneWidths: localFields.paneWidths.default({ left: 212, right: 296 }),
  /** Whose the following ones are. Null: nobody has signed in yet. */
  choicesOf: RepresentativeId.nullable().default(null),
  unsentChoices: UnsentChoices.default([]),
  /** The one who was here last stands first. */
  othersChoices: z.array(OthersChoices).max(MOST_OTHERS).default([]),
});
export type Preferences = z.infer<typeof Preferences>;
export const DEFAULT_PREFERENCES: Preferences = Preferences.parse({});

/** What follows a representative. */
export type FollowingPreferences = Pick<Preferences, keyof typeof followingFields>;

/** Some of this computer's own, as they change; the others stay as they are. */
export const PreferencesChange = z.strictObject(localFields).partial();
export type PreferencesChange = z.infer<typeof PreferencesChange>;

import { z } from 'zod';
import { MOST_WAITING } from '../chat/chat-log.ts';
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

const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  searchFields: z.array(z.enum(SEARCH_FIELDS)),
  layout: TableLayout,
  /** In the order in which the left pane shows them. */
  savedViews: z.array(SavedView).max(MOST_SAVED_VIEWS),
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

/** What the console remembers of one person's choices. Each has a default, so that an older file still reads. */
export const Preferences = z.strictObject({
  theme: fields.theme.default('system'),
  searchFields: fields.searchFields.default([...SEARCH_FIELDS]),
  layout: fields.layout.default(GUIDE_LAYOUT),
  savedViews: fields.savedViews.default([]),
  savedViewId: fields.savedViewId.default(null),
  recentSearches: fields.recentSearches.default([]),
  scopes: fields.scopes.default([{ kind: 'all' }]),
  expandedGroups: fields.expandedGroups.default([]),
  tabs: fields.tabs.default([]),
  chatTexts: fields.chatTexts.default([]),
  paneWidths: fields.paneWidths.default({ left: 212, right: 296 }),
});
export type Preferences = z.infer<typeof Preferences>;
export const DEFAULT_PREFERENCES: Preferences = Preferences.parse({});

/** Some of them, as they change; the others stay as they are. */
export const PreferencesChange = z.strictObject(fields).partial();
export type PreferencesChange = z.infer<typeof PreferencesChange>;

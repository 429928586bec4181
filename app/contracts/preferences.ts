import { z } from 'zod';
import { SEARCH_FIELDS } from '../domain/jump-item-search.ts';

const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  searchFields: z.array(z.enum(SEARCH_FIELDS)),
  sorting: z.array(z.strictObject({ column: z.string().max(64), descending: z.boolean() })).max(8),
  columnWidths: z.record(z.string().max(64), z.number().min(24).max(2_000)),
  expandedGroups: z.array(z.string().max(64)).max(1_000),
  paneWidths: z.strictObject({ left: z.number().min(120).max(800), right: z.number().min(160).max(900) }),
};

/** What the console remembers of one person's choices. Each has a default, so that an older file still reads. */
export const Preferences = z.strictObject({
  theme: fields.theme.default('system'),
  searchFields: fields.searchFields.default([...SEARCH_FIELDS]),
  sorting: fields.sorting.default([{ column: 'name', descending: false }]),
  columnWidths: fields.columnWidths.default({}),
  expandedGroups: fields.expandedGroups.default([]),
  paneWidths: fields.paneWidths.default({ left: 232, right: 296 }),
});
export type Preferences = z.infer<typeof Preferences>;
export const DEFAULT_PREFERENCES: Preferences = Preferences.parse({});

/** Some of them, as they change; the others stay as they are. */
export const PreferencesChange = z.strictObject(fields).partial();
export type PreferencesChange = z.infer<typeof PreferencesChange>;

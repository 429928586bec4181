// File Transfer on a session's channels: one for folders, one for each file that is under way. What both say stands in
// messages within the channel's bytes (file-transfer/message-channel.ts), since a path may be longer than a frame.
import { z } from 'zod';

/** Why something was not done with a file or folder. */
export const FileProblem = z.enum([
  'not-found',
  'not-permitted',
  'exists',
  'disk-full',
  'is-a-folder',
  'not-a-folder',
  'name-refused',
  /** The file became shorter while it was read. */
  'changed',
  /** What arrived is not what was sent: it was taken away again. */
  'checksum',
  /** Another transfer writes this file at the moment. */
  'busy',
  /** The connection was given up, or the other side's program ended. What had arrived is kept. */
  'lost',
  'failed',
]);
export type FileProblem = z.infer<typeof FileProblem>;

/** Everything a computer may call a path. */
const Path = z.string().min(1).max(32_768);
const Name = z.string().max(1_024);
const Bytes = z.int().min(0);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One line of a folder. */
export const FileEntry = z.strictObject({
  name: Name,
  kind: z.enum(['file', 'folder', 'link', 'other']),
  /** Where a link leads; null for what is no link, or leads nowhere. */
  linksTo: z.enum(['file', 'folder', 'other']).nullable(),
  /** Null for what has none, or does not tell. */
  size: Bytes.nullable(),
  /** Milliseconds since 1970. */
  modifiedAt: z.number().nullable(),
  /** The twelve permission bits of POSIX. Null where the system has none. */
  permissions: z.int().min(0).max(0o7777).nullable(),
});
export type FileEntry = z.infer<typeof FileEntry>;

/** Which folder is meant. A path is always one that its computer has told; a child is named, never joined to it. */
export const FolderPlace = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('home') }),
  z.strictObject({ at: z.literal('folder'), path: Path }),
  z.strictObject({ at: z.literal('child'), path: Path, name: Name }),
]);
export type FolderPlace = z.infer<typeof FolderPlace>;

/** Of a larger folder as many are listed. */
export const MOST_ENTRIES = 10_000;

/** A folder by its canonical path, and the folders that it is in, the outermost first and itself last. */
export const FolderHeading = z.strictObject({
  path: Path,
  trail: z.array(z.strictObject({ name: Name, path: Path })).max(2_048),
  /** How many things are in it, listed or not. */
  count: z.int().min(0),
});
export type FolderHeading = z.infer<typeof FolderHeading>;

export const FolderListing = FolderHeading.extend({ entries: z.array(FileEntry).max(MOST_ENTRIES) });
export type FolderListing = z.infer<typeof FolderListing>;

const InFolder = { id: z.int().min(1), folder: Path, name: Name };

/** Console → computer, on the channel for folders. Each is answered by its `id`. */
export const FolderRequest = z.discriminatedUnion('do', [
  z.strictObject({ id: z.int().min(1), do: z.literal('list'), place: FolderPlace }),
  z.strictObject({ ...InFolder, do: z.literal('make-folder') }),
  z.strictObject({ ...InFolder, do: z.literal('rename'), newName: Name }),
  /** With all that is in it. A link is taken away, and not what it leads to. */
  z.strictObject({ ...InFolder, do: z.literal('delete') }),
]);
export type FolderRequest = z.infer<typeof FolderRequest>;

/** Computer → console. A list comes in parts, its heading last. */
export const FolderReply = z.discriminatedUnion('reply', [
  z.strictObject({ id: z.int(), reply: z.literal('entries'), entries: z.array(FileEntry).max(100) }),
  z.strictObject({ id: z.int(), reply: z.literal('listed'), heading: FolderHeading }),
  z.strictObject({ id: z.int(), reply: z.literal('done') }),
  z.strictObject({ id: z.int(), reply: z.literal('refused'), problem: FileProblem }),
]);
export type FolderReply = z.infer<typeof FolderReply>;

/** What becomes of a file that has the name already. */
export const IfExists = z.enum(['refuse', 'replace', 'keep-both']);
export type IfExists = z.infer<typeof IfExists>;

/** Console → computer, first on a transfer's channel. */
export const TransferOrder = z.discriminatedUnion('order', [
  z.strictObject({ order: z.literal('put'), folder: Path, name: Name, ifExists: IfExists }),
  z.strictObject({ order: z.literal('get'), folder: Path, name: Name }),
]);
export type TransferOrder = z.infer<typeof TransferOrder>;

/**
 * Between the one that has the file and the one that gets it: `offer`, `take`, `from`, the bytes, `end`, `stored`.
 * Either may say `refused` or `cancel` instead at any time.
 */
export const TransferMessage = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('offer'), size: Bytes, modifiedAt: z.number() }),
  /** So much is there from an earlier attempt, and this is its digest. */
  z.strictObject({ say: z.literal('take'), offset: Bytes, sha256: Sha256 }),
  /** The bytes begin here: where the receiver is, if what it has is the file's beginning, or at 0. */
  z.strictObject({ say: z.literal('from'), offset: Bytes }),
  z.strictObject({ say: z.literal('end'), sha256: Sha256 }),
  z.strictObject({ say: z.literal('stored'), name: Name }),
  z.strictObject({ say: z.literal('refused'), problem: FileProblem }),
  z.strictObject({ say: z.literal('cancel') }),
]);
export type TransferMessage = z.infer<typeof TransferMessage>;

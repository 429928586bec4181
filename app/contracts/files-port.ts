// File Transfer between renderer and main, on a session's port. Both computers' files are main's: the renderer names a
// folder by what main has told it, and what is in it by its name.
import type { FileProblem, FolderListing, FolderPlace } from './file-transfer.ts';

export type FileSide = 'here' | 'there';

export type FilesRequest =
  /** Each of these is answered by its `id`. */
  | { do: 'list'; id: number; side: FileSide; place: FolderPlace }
  | { do: 'make-folder'; id: number; side: FileSide; folder: string; name: string }
  | { do: 'rename'; id: number; side: FileSide; folder: string; name: string; newName: string }
  | { do: 'delete'; id: number; side: FileSide; folder: string; names: string[] }
  /** Puts each into the queue: from one computer's folder into the other's. */
  | { do: 'transfer'; from: FileSide; folder: string; names: string[]; to: string }
  | { do: 'answer'; transfer: number; answer: ExistsAnswer; forAll: boolean }
  | { do: 'cancel'; transfer: number }
  | { do: 'retry'; transfer: number }
  /** Takes what has ended off the queue. */
  | { do: 'clear' };

export type ExistsAnswer = 'replace' | 'keep-both' | 'skip';

/** What may be asked for at once. */
export const MOST_NAMES = 10_000;

export type FilesEvent =
  | { files: 'listed'; id: number; listing: FolderListing }
  | { files: 'done'; id: number }
  /** `name`: of several, the one that failed. Those before it are done. */
  | { files: 'refused'; id: number; problem: FileProblem; name: string | null }
  | { files: 'queue'; transfers: readonly Transfer[] };

/** A file or folder in the queue. */
export type Transfer = {
  readonly id: number;
  readonly from: FileSide;
  /** Its name where it comes from. */
  readonly name: string;
  /** What is being transferred of it at the moment: of a folder, one of its files. */
  readonly file: string | null;
  readonly state: 'waiting' | 'running' | 'asking' | 'done' | 'skipped' | 'cancelled' | 'failed';
  readonly step: 'preparing' | 'checking' | 'moving' | 'finishing';
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly filesDone: number;
  readonly filesTotal: number;
  /** Links and devices within a folder, and names that were to be skipped: they are not transferred. */
  readonly filesLeftOut: number;
  /** Bytes a second over the last seconds; null before there is one. */
  readonly rate: number | null;
  /** Where an earlier attempt was gone on with, in bytes of the file; 0: from the beginning. */
  readonly resumedAt: number;
  readonly problem: FileProblem | null;
  /** What has the name already, while the representative is asked. */
  readonly standing: { readonly size: number | null; readonly modifiedAt: number | null } | null;
};

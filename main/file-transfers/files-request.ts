import { z } from 'zod';
import { FolderPlace } from '#app/contracts/file-transfer.ts';
import { type FilesRequest, MOST_NAMES } from '#app/contracts/files-port.ts';

const id = z.int().min(1);
const side = z.enum(['here', 'there']);
const folder = z.string().min(1).max(32_768);
const name = z.string().max(1_024);
const names = z.array(name).min(1).max(MOST_NAMES);

/** What main accepts from the renderer about files: main trusts no renderer. */
export const FilesRequestSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('list'), id, side, place: FolderPlace }),
  z.strictObject({ do: z.literal('make-folder'), id, side, folder, name }),
  z.strictObject({ do: z.literal('rename'), id, side, folder, name, newName: name }),
  z.strictObject({ do: z.literal('delete'), id, side, folder, names }),
  z.strictObject({ do: z.literal('transfer'), from: side, folder, names, to: folder }),
  z.strictObject({
    do: z.literal('answer'),
    transfer: id,
    answer: z.enum(['replace', 'keep-both', 'skip']),
    forAll: z.boolean(),
  }),
  z.strictObject({ do: z.literal('cancel'), transfer: id }),
  z.strictObject({ do: z.literal('retry'), transfer: id }),
  z.strictObject({ do: z.literal('clear') }),
]) satisfies z.ZodType<FilesRequest>;

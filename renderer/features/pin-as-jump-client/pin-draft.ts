import type { JumpGroupId } from '#app/domain/ids.ts';
import type { PinWish } from '../../actions/pin-jump-client.ts';
import { tagError, textError } from '../../jump-item-fields/field-checks.ts';
import type { PinDraft } from '../../store/pins-slice.ts';

/** What the dialog opens with, and goes back to by **Reset**: empty fields (R2.6), in the representative's own group. */
export function emptyDraft(jumpGroupId: JumpGroupId | null): PinDraft {
  return { name: '', jumpGroupId, tag: '', comments: '' };
}

export type PinDraftErrors = Readonly<Record<'name' | 'tag' | 'comments', string | null>>;

/** Why each field is refused, by the check that main and the appliance make again (R2.2); an empty name is the computer's. */
export function pinDraftErrors({ name, tag, comments }: PinDraft): PinDraftErrors {
  return {
    name: name === '' ? null : textError('name', name),
    tag: tagError(tag),
    comments: textError('comments', comments),
  };
}

/** What is sent, in NFC as it is kept; null as long as a field is refused, or no group is chosen. */
export function wishOf(draft: PinDraft): PinWish | null {
  const { name, jumpGroupId, tag, comments } = draft;
  if (jumpGroupId === null || Object.values(pinDraftErrors(draft)).some((error) => error !== null))
    return null;
  return {
    name: name === '' ? null : name.normalize('NFC'),
    jumpGroupId,
    tag: tag === '' ? null : tag.normalize('NFC'),
    comments: comments.normalize('NFC'),
  };
}

import { choiceName, type KeptChoice } from '#app/contracts/kept-choices.ts';
import { MOST_SAVED_VIEWS } from '#app/contracts/preferences.ts';
import type { RepresentativeId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import type { Site } from './site.ts';

/** So many removed views are remembered, for consoles that were away: the ones that were removed last. */
export const MOST_REMOVED_VIEWS = 200;

export type KeptChoices = ReturnType<typeof createKeptChoices>;

/** What a representative has chosen, for every console they sign in at. */
export function createKeptChoices(site: Site) {
  return {
    list: (representativeId: RepresentativeId): readonly KeptChoice[] =>
      site.get('kept-choices', representativeId)?.choices ?? [],
    /** @throws {JumpError} `too-many-items` */
    keep: (representativeId: RepresentativeId, choice: KeptChoice): Promise<void> =>
      site.transact((transaction) => {
        const before = transaction.get('kept-choices', representativeId)?.choices ?? [];
        const name = choiceName(choice);
        const choices = withoutOldRemovals([...before.filter((known) => choiceName(known) !== name), choice]);
        if (choices.filter(isLiveView).length > MOST_SAVED_VIEWS) throw new JumpError('too-many-items');
        transaction.put('kept-choices', representativeId, { representativeId, choices });
      }),
  };
}

const isLiveView = (choice: KeptChoice): boolean => choice.of === 'view' && choice.value !== null;
const isRemovedView = (choice: KeptChoice): boolean => choice.of === 'view' && choice.value === null;

function withoutOldRemovals(choices: readonly KeptChoice[]): readonly KeptChoice[] {
  const forgotten = new Set(choices.filter(isRemovedView).slice(0, -MOST_REMOVED_VIEWS));
  return forgotten.size === 0 ? choices : choices.filter((choice) => !forgotten.has(choice));
}

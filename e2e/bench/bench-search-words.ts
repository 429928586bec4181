import type { SearchWords } from '#app/domain/jump-item-search.ts';
import { englishCatalogue as texts } from '#app/texts/catalogue.ts';

/** The words that the console's search reads. Dates differ by time zone: the benchmark's queries have no digits. */
export const benchSearchWords: SearchWords = {
  jumpMethod: {
    'jump-client': texts['jump-method.jump-client'],
    'local-rdp': texts['jump-method.local-rdp'],
    'local-vnc': texts['jump-method.local-vnc'],
  },
  status: {
    online: texts['status.online'],
    'in-session': texts['status.in-session'],
    disabled: texts['status.disabled'],
    passive: texts['status.passive'],
    offline: texts['status.offline'],
    uninstalled: texts['status.uninstalled'],
    shortcut: texts['status.shortcut'],
  },
  duplicate: {
    newest: texts['search.duplicate.newest'],
    older: (newest) => texts['search.duplicate.older-than'].replace('{newest}', newest),
  },
  formatDate: (epochMs) => new Date(epochMs).toISOString().slice(0, 16).replace('T', ' '),
};

import { IntlMessageFormat } from 'intl-messageformat';
import { type Catalogue, englishCatalogue, type TextKey } from './catalogue.ts';

export type TextValues = Readonly<Record<string, string | number>>;
export type Texts = (key: TextKey, values?: TextValues) => string;

/**
 * Gives the texts of one language; each ICU message is compiled once, when it is first shown.
 * Values are shown as they are: what they contain is text to the place that shows them, never markup.
 */
export function createTexts(locale: string, catalogue: Catalogue = englishCatalogue): Texts {
  const compiled = new Map<TextKey, IntlMessageFormat>();
  return (key, values) => {
    let message = compiled.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(catalogue[key], locale, undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format(values));
  };
}

import { IntlMessageFormat } from 'intl-messageformat';
import { type Catalogue, englishCatalogue, type TextKey } from './catalogue.ts';

export type TextValues = Readonly<Record<string, string | number>>;
export type Texts = (key: TextKey, values?: TextValues) => string;

/** What gives a message something to work out: a value, or a quotation. */
const ICU_SYNTAX = /[{}']/;

/**
 * Gives the texts of one language; each ICU message is compiled once, when it is first shown, and a text without values
 * is shown as it stands. Values are shown as they are: what they contain is text to the place that shows them, never
 * markup.
 */
export function createTexts(locale: string, catalogue: Catalogue = englishCatalogue): Texts {
  const compiled = new Map<TextKey, IntlMessageFormat | string>();
  return (key, values) => {
    let message = compiled.get(key);
    if (message === undefined) {
      message = compile(catalogue[key], locale);
      compiled.set(key, message);
    }
    return typeof message === 'string' ? message : String(message.format(values));
  };
}

function compile(message: string, locale: string): IntlMessageFormat | string {
  if (!ICU_SYNTAX.test(message)) return message;
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
}

import { foldText } from '#app/domain/jump-item-search.ts';
import { OFFERED_FIELD_WORDS, queryFieldOf } from '#app/domain/search-query.ts';
import type { Console } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { fieldValues } from './field-values.ts';

/** What the field offers: a search that was used lately, a field to search in, or a value for the one being typed. */
export type SearchSuggestion = {
  readonly kind: 'recent' | 'field' | 'value';
  /** What is shown. */
  readonly text: string;
  /** Stands small beside it. */
  readonly detail?: string;
  /** What the field holds when it is taken. */
  readonly search: string;
};

/** More of them are no help. */
const MOST_OFFERED = 8;
const VALUE_BEING_TYPED = /(?:^|\s)-?(?<field>[a-z][a-z-]*):(?:"(?<quoted>[^"]*)|(?<bare>[^\s"]*))$/i;
/** One letter is the beginning of too much. */
const FIELD_BEING_TYPED = /(?:^|\s)-?(?<word>[a-z]{2,})$/i;

/** For an empty field the recent searches; for the beginning of a field's name that; after its colon what may stand there. */
export function searchSuggestions(text: string, console: Console): readonly SearchSuggestion[] {
  if (text === '') {
    const { recentSearches } = console.store.getState().preferences;
    return recentSearches.map((search) => ({ kind: 'recent', text: search, search }));
  }
  const value = VALUE_BEING_TYPED.exec(text)?.groups;
  if (value !== undefined)
    return valuesFor(text, value.field ?? '', value.quoted ?? value.bare ?? '', console);
  const isInPhrase = text.split('"').length % 2 === 0;
  const word = FIELD_BEING_TYPED.exec(text)?.groups?.word;
  return word === undefined || isInPhrase ? [] : fieldsFor(text.slice(0, -word.length), word.toLowerCase());
}

function fieldsFor(before: string, word: string): readonly SearchSuggestion[] {
  return OFFERED_FIELD_WORDS.filter((name) => name.startsWith(word)).flatMap((name) => {
    const field = queryFieldOf(name);
    if (field === undefined) return [];
    const detail = t(`search.field.${field}`);
    return [{ kind: 'field', text: `${name}:`, detail, search: `${before}${name}:` } as const];
  });
}

function valuesFor(
  text: string,
  fieldWord: string,
  typed: string,
  console: Console,
): readonly SearchSuggestion[] {
  const field = queryFieldOf(fieldWord);
  if (field === undefined) return [];
  const wanted = foldText(typed);
  const start = text.slice(0, text.lastIndexOf(`${fieldWord}:`) + fieldWord.length + 1);
  const begins = (value: string) => Number(!foldText(value).startsWith(wanted));
  return (
    fieldValues(field, console)
      // A quotation mark cannot stand in a phrase.
      .filter(
        (value) => foldText(value).includes(wanted) && foldText(value) !== wanted && !value.includes('"'),
      )
      .toSorted((one, other) => begins(one) - begins(other))
      .slice(0, MOST_OFFERED)
      .map((value) => ({ kind: 'value', text: value, search: `${start}${quoted(value)} ` }))
  );
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

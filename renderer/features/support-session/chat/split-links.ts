/** A part of a message: text, or an address of the web that stands in it. */
export type MessagePart = { readonly kind: 'text' | 'link'; readonly text: string };

const LINK = /https?:\/\/[^\s<>"\p{Bidi_Control}]+/giu;
/** What ends a sentence ends no address. */
const AFTER_LINK = /[.,;:!?'")\]}]+$/;

/** Finds addresses in a message. They are never followed, only copied. */
export function splitLinks(text: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let from = 0;
  for (const { 0: match, index } of text.matchAll(LINK)) {
    const link = match.replace(AFTER_LINK, '');
    if (index > from) parts.push({ kind: 'text', text: text.slice(from, index) });
    parts.push({ kind: 'link', text: link });
    from = index + link.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

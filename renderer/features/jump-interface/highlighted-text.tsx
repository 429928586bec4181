import { highlightRanges } from './highlight-ranges.ts';

type Props = {
  text: string;
  terms: readonly string[];
  /** Its tooltip, where that says more than the text. */
  hint?: string;
};

/** A text with what the search found in it marked; isolated, and whole in its tooltip. */
export function HighlightedText({ text, terms, hint = text }: Props) {
  if (terms.length === 0) return <bdi title={hint}>{text}</bdi>;
  let at = 0;
  return (
    <bdi title={hint}>
      {highlightRanges(text, terms).map((part) => {
        at += part.text.length;
        return part.isMatch ? <mark key={at}>{part.text}</mark> : part.text;
      })}
    </bdi>
  );
}

import { highlightRanges } from './highlight-ranges.ts';

type Props = { text: string; terms: readonly string[] };

/** A text with what the search found in it marked; isolated, and whole in its tooltip. */
export function HighlightedText({ text, terms }: Props) {
  if (terms.length === 0) return <bdi title={text}>{text}</bdi>;
  let at = 0;
  return (
    <bdi title={text}>
      {highlightRanges(text, terms).map((part) => {
        at += part.text.length;
        return part.isMatch ? <mark key={at}>{part.text}</mark> : part.text;
      })}
    </bdi>
  );
}

import type { SystemInformation } from '#app/contracts/session-services.ts';
import type { Texts } from '#app/texts/texts.ts';

/** System Information as plain text for the clipboard: a section a paragraph, tabs between columns. */
export function systemInformationText(texts: Texts, { takenAt, sections }: SystemInformation): string {
  const paragraphs = sections.map(({ title, columns, rows }) => {
    const heads = columns.some((column) => column !== '') ? [columns] : [];
    const lines = [...heads, ...rows].map((cells) => cells.map(oneLine).join('\t'));
    return [texts(`system-information.section.${title}`), ...lines].join('\n');
  });
  return [new Date(takenAt).toISOString(), ...paragraphs].join('\n\n');
}

/** What a computer reports may hold anything; a table's cell stays one cell. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

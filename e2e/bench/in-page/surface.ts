/** Where the probes find things on a page, as CSS selectors: all that differs between the console and its floor. */
export type Surface = {
  readonly searchField: string;
  /** The element that scrolls the rows. */
  readonly scroller: string;
  /** A row that shows a Jump Item. */
  readonly row: string;
  /** Within a row: the cell with the item's name. */
  readonly nameCell: string;
  /** The header cell of each column, as far as the probes click it. */
  readonly headers: Readonly<Record<SortedColumn, string>>;
  /** Text that begins `3 Jump Items total.` (R1.7): how many items the list holds now. */
  readonly summary: string;
};

export type SortedColumn = 'name' | 'hostname' | 'comments';

/** What the page shows at one moment, read without a change to it. */
export type Shown = { readonly count: number; readonly names: readonly string[] };

const COUNT = /([\d,.\u00a0]+) Jump Items? total/;

/** How many items the list holds, by its own words; 0 while it says nothing. */
export function shownCount(surface: Surface): number {
  const [, digits] = COUNT.exec(document.querySelector(surface.summary)?.textContent ?? '') ?? [];
  return digits === undefined ? 0 : Number(digits.replace(/\D/g, ''));
}

export function shownRows(surface: Surface): readonly Element[] {
  return [...document.querySelectorAll(surface.row)];
}

/** The names in the rendered rows, in the order in which they stand on the page. */
export function shownNames(surface: Surface): readonly string[] {
  return shownRows(surface)
    .map((row) => ({ row, top: row.getBoundingClientRect().top }))
    .sort((a, b) => a.top - b.top)
    .map(({ row }) => row.querySelector(surface.nameCell)?.textContent ?? '');
}

/** The name in the row that comes first in the page's own order: cheap, no layout. */
export function firstName(surface: Surface): string {
  return document.querySelector(`${surface.row} ${surface.nameCell}`)?.textContent ?? '';
}

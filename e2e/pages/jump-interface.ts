import type { Locator, Page } from 'playwright';

/** The Jump interface as a representative finds it. */
export type JumpInterface = ReturnType<typeof jumpInterface>;

export function jumpInterface(page: Page) {
  const grid = page.getByRole('grid', { name: 'Jump Items' });
  const search = page.getByLabel('Search Jump Items', { exact: true });
  const fields = page.getByRole('button', { name: /^Fields to search/ });
  const statistics = page.getByRole('complementary', { name: 'Statistics' });
  const row = (name: string): Locator =>
    grid.getByRole('row').filter({ has: page.getByRole('gridcell').getByTitle(tooltipOf(name)) });
  const savedViews = page.getByRole('region', { name: 'Saved views' });
  const viewName = savedViews.getByRole('textbox', { name: 'Name of the view' });

  return {
    grid,
    search,
    fields,
    statistics,
    toolbar: page.getByRole('toolbar', { name: 'Jump Item actions' }),
    groups: page.getByRole('tree', { name: 'Jump Groups' }),
    group: (name: string | RegExp): Locator => page.getByRole('treeitem', { name }),
    /** The row of the item with exactly this name, as long as it is among those in sight. */
    row,
    /** Rows in sight, without the head. */
    rows: grid.locator('[role=row][aria-selected]'),
    header: (name: string): Locator => grid.getByRole('columnheader', { name, exact: true }),
    /** The titles of the shown columns, from left to right. */
    columnTitles: async (): Promise<string[]> =>
      (await grid.getByRole('columnheader').allInnerTexts()).map((text) => text.split(/\s*[↑↓]/)[0] ?? ''),
    columns: page.getByRole('button', { name: 'Columns', exact: true }),
    menuItem: (name: string): Locator => page.getByRole('menuitem', { name, exact: true }),
    columnBox: (name: string): Locator => page.getByRole('menuitemcheckbox', { name, exact: true }),
    selected: grid.locator('[role=row][aria-selected=true]'),
    /** A row's cell by its place: 0 is the name. */
    cell: (name: string, place: number): Locator => row(name).getByRole('gridcell').nth(place),
    /** The chip's cross of one term of the search. */
    chip: (term: string): Locator => page.getByRole('button', { name: `Remove ${term}`, exact: true }),
    /** Under the toolbar while something is searched: the chips, and how many were found. */
    searchLine: page.getByRole('status', { name: 'Search result' }).locator('..'),
    view: (name: string): Locator =>
      savedViews.locator('[data-view-id]').filter({ has: page.getByTitle(name, { exact: true }) }),
    views: savedViews.locator('[data-view-id]'),
    viewName,
    members: page.getByRole('tree', { name: /^Members of/ }),
    summary: page.getByText(/^[\d,]+ Jump Items total\./),
    tab: (name: string | RegExp): Locator => page.getByRole('tab', { name }),

    /** R1.5: what is searched counts from Enter on. */
    async searchFor(text: string): Promise<void> {
      await search.fill(text);
      await search.press('Enter');
    },
    /** The line at a header's right end, in the window's pixels. */
    async edgeOf(name: string): Promise<{ x: number; y: number }> {
      const box = await grid.getByRole('columnheader', { name, exact: true }).boundingBox();
      if (box === null) throw new Error(`The column ${name} is not shown.`);
      return { x: box.x + box.width - 1, y: box.y + box.height / 2 };
    },
    /** Keeps what is shown under a name, as a new view. */
    async saveView(name: string): Promise<void> {
      await savedViews.getByRole('button', { name: 'Save view…' }).click();
      await viewName.fill(name);
      await viewName.press('Enter');
    },
    async select(name: string): Promise<void> {
      await row(name).click();
    },
    /** How many items are listed, in sight or not. */
    async listedCount(): Promise<number> {
      return Number(await grid.getAttribute('aria-rowcount')) - 1;
    },
  };
}

/** The name, and behind it on a line of its own where a search found the item out of sight. */
function tooltipOf(name: string): RegExp {
  return new RegExp(`^${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?:\\n|$)`);
}

/** The figures' names, as the results and the table show them. */
export const FIGURES = {
  pageBegan: 'launch → page begins to load',
  firstRows: 'launch → first rows painted',
  wholeList: 'launch → whole list painted',
  keystroke: 'keystroke → list painted',
  enter: 'paste, Enter → list painted',
  sort: 'sort by a column → painted',
  scrollLongestFrame: 'scroll: longest frame',
  scrollBlankFrames: 'scroll: blank frames',
  changesPainted: '500 changes: last commit → painted',
  changesLongestFrame: '500 changes: longest frame',
  streamLongestFrame: '10,000 changes/s: longest frame',
  propertiesPainted: 'Properties of 5,000: OK → painted on both consoles',
  propertiesLongestFrame: 'Properties of 5,000: longest frame of either',
  exportCsv: 'export of all to CSV',
  exportLongestFrame: 'export: longest frame',
  dryRun: 'import dry run of 10,000 lines',
  dryRunLongestFrame: 'import dry run: longest frame',
  rendererMemory: 'memory: renderer',
  mainMemory: 'memory: main process',
  applianceMemory: 'memory: appliance',
} as const;

/** `p50` judges the median of the figure, `p95` the slow end of it. */
export type Goal = { readonly judged: 'p50' | 'p95'; readonly most: number };

const AT_10_000: Readonly<Record<string, Goal>> = {
  [FIGURES.firstRows]: { judged: 'p50', most: 1_200 },
  [FIGURES.wholeList]: { judged: 'p50', most: 1_500 },
  [FIGURES.keystroke]: { judged: 'p95', most: 50 },
  [FIGURES.enter]: { judged: 'p95', most: 50 },
  [FIGURES.sort]: { judged: 'p50', most: 60 },
  [FIGURES.scrollLongestFrame]: { judged: 'p50', most: 25 },
  [FIGURES.scrollBlankFrames]: { judged: 'p95', most: 0 },
  [FIGURES.changesPainted]: { judged: 'p50', most: 100 },
  [FIGURES.changesLongestFrame]: { judged: 'p50', most: 25 },
  [FIGURES.streamLongestFrame]: { judged: 'p50', most: 25 },
  [FIGURES.propertiesPainted]: { judged: 'p50', most: 1_000 },
  [FIGURES.propertiesLongestFrame]: { judged: 'p50', most: 50 },
  [FIGURES.exportCsv]: { judged: 'p50', most: 2_000 },
  [FIGURES.exportLongestFrame]: { judged: 'p50', most: 50 },
  [FIGURES.dryRun]: { judged: 'p50', most: 2_000 },
  [FIGURES.dryRunLongestFrame]: { judged: 'p50', most: 50 },
  [FIGURES.rendererMemory]: { judged: 'p50', most: 200 },
};

const AT_100_000: Readonly<Record<string, Goal>> = {
  ...AT_10_000,
  [FIGURES.wholeList]: { judged: 'p50', most: 2_500 },
  [FIGURES.sort]: { judged: 'p50', most: 150 },
  [FIGURES.changesLongestFrame]: { judged: 'p50', most: 30 },
  [FIGURES.streamLongestFrame]: { judged: 'p50', most: 30 },
  [FIGURES.rendererMemory]: { judged: 'p50', most: 350 },
};

/** What a figure must reach with so many Jump Items; undefined where nothing was asked. */
export function goalOf(figure: string, items: number): Goal | undefined {
  return (items <= 10_000 ? AT_10_000 : AT_100_000)[figure];
}

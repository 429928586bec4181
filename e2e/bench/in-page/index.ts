// The half of the probes that runs inside a page. Playwright puts it there, into the console and into the floor alike;
// it is no part of the product.
import { createPageProbe, type PageProbe } from './page-probe.ts';
import type { Surface } from './surface.ts';

declare global {
  var benchProbe: PageProbe;
  /** Installs the probe once in a page, and begins to watch how its list comes up. */
  var installBenchProbe: (surface: Surface, total: number) => void;
}

globalThis.installBenchProbe = (surface, total) => {
  if (globalThis.benchProbe !== undefined) return;
  globalThis.benchProbe = createPageProbe(surface);
  globalThis.benchProbe.launch.begin(total);
};

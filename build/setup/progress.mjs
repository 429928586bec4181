const MEGABYTE = 1_000_000;

/**
 * Shows how far a download of `total` bytes is: one line that is rewritten on a terminal, a line every ten
 * percent where the output goes to a file. Answers a function that takes the bytes received so far.
 */
export function createProgress({ label, total, stream = process.stderr }) {
  const step = stream.isTTY ? 1 : 10;
  let shown = -1;
  return (received) => {
    const done = Math.min(received, total);
    const percent = Math.floor((100 * done) / total / step) * step;
    if (percent <= shown) return;
    shown = percent;
    const figures = `${Math.round(done / MEGABYTE)} of ${Math.round(total / MEGABYTE)} MB`;
    const line = `  ${label}: ${percent} % (${figures})`;
    const end = stream.isTTY && percent < 100 ? '' : '\n';
    stream.write(`${stream.isTTY ? '\r' : ''}${line}${end}`);
  };
}

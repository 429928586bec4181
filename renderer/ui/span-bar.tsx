import styles from './span-bar.module.css';

/** A stretch of the bar, from 0 at its left to 1 at its right; told apart by height and colour. */
export type BarSpan = {
  readonly from: number;
  readonly to: number;
  readonly look: 'full' | 'low' | 'striking';
};

type Props = { label: string; spans: readonly BarSpan[] };

const HEIGHTS: Readonly<Record<BarSpan['look'], number>> = { full: 10, striking: 6, low: 2 };
const TALL = 10;
/** The least of a stretch that is drawn: two pixels of a pane. */
const LEAST = 0.008;

/** What was when: where nothing is known, nothing is drawn. What it shows is said in its label. */
export function SpanBar({ label, spans }: Props) {
  return (
    <svg
      className={styles.bar}
      role="img"
      aria-label={label}
      viewBox={`0 0 1 ${TALL}`}
      preserveAspectRatio="none"
    >
      <title>{label}</title>
      {spans.map(({ from, to, look }) => (
        <rect
          key={from}
          data-look={look}
          x={Math.min(from, 1 - LEAST)}
          y={TALL - HEIGHTS[look]}
          width={Math.max(LEAST, to - from)}
          height={HEIGHTS[look]}
        />
      ))}
    </svg>
  );
}

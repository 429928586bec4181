import styles from './sparkline.module.css';

/** A place in the drawing: from left to right and from bottom to top, each from 0 to 1. */
export type SparklinePoint = { readonly x: number; readonly y: number };

type Props = { label: string; lines: readonly (readonly SparklinePoint[])[] };

const WIDTH = 100;
const HEIGHT = 24;
/** The line keeps clear of the edges. */
const EDGE = 1.5;
/** A point that stands alone is a short line. */
const DOT = 0.6;

const placeX = (x: number) => (x * WIDTH).toFixed(2);
const placeY = (y: number) => (HEIGHT - EDGE - y * (HEIGHT - 2 * EDGE)).toFixed(2);

function path(points: readonly SparklinePoint[]): string {
  const [first] = points;
  if (first !== undefined && points.length === 1) {
    return `M${(first.x * WIDTH - DOT).toFixed(2)} ${placeY(first.y)}h${2 * DOT}`;
  }
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${placeX(x)} ${placeY(y)}`).join('');
}

function area(points: readonly SparklinePoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length === 1) return '';
  return `${path(points)}L${placeX(last.x)} ${HEIGHT}L${placeX(first.x)} ${HEIGHT}Z`;
}

/** How a share went, without an axis: gaps stay gaps. What it shows is said in its label. */
export function Sparkline({ label, lines }: Props) {
  return (
    <svg
      className={styles.sparkline}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <title>{label}</title>
      <path className={styles.area} d={lines.map(area).join('')} />
      <path className={styles.line} d={lines.map(path).join('')} />
    </svg>
  );
}

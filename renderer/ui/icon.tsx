import styles from './icon.module.css';

/** Drawings of 16 × 16 in the colour of the text around them. */
const SHAPES = {
  jump: ['M3 13c1-5 4-7 9-7', 'M9 3l3 3-3 3'],
  refresh: ['M13 8a5 5 0 1 1-1.5-3.5', 'M13 2.500v2.500h-2.500'],
  export: ['M8 9.500V2.500', 'M5.200 5.300L8 2.500l2.800 2.800', 'M3 8.500v4.500h10v-4.500'],
  import: ['M8 2.500v7', 'M5.200 6.700L8 9.500l2.800-2.800', 'M3 8.500v4.500h10v-4.500'],
  search: ['M11 7a4 4 0 1 1-8 0a4 4 0 1 1 8 0', 'M10 10l3.500 3.500'],
  'jump-interface': ['M2 3.500h12v7.500H2z', 'M5 13.500h6', 'M8 11v2.500'],
  settings: [
    'M2 5h7M13 5h1',
    'M2 11h1M7 11h7',
    'M13 5a2 2 0 1 1-4 0a2 2 0 1 1 4 0',
    'M7 11a2 2 0 1 1-4 0a2 2 0 1 1 4 0',
  ],
  properties: [
    'M3 5h6M12 5h1',
    'M3 11h1M7 11h6',
    'M12 5a1.500 1.500 0 1 1-3 0a1.500 1.500 0 1 1 3 0',
    'M7 11a1.500 1.500 0 1 1-3 0a1.500 1.500 0 1 1 3 0',
  ],
  columns: ['M2.500 3.500h11v9h-11z', 'M6.200 3.500v9M9.800 3.500v9'],
  minus: ['M3 8h10'],
  plus: ['M8 3v10', 'M3 8h10'],
  remove: ['M3 5h10', 'M6 5V3h4v2', 'M5 5l.5 8h5L11 5'],
  key: [
    'M9 5.500a2.800 2.800 0 1 1-5.600 0a2.800 2.800 0 1 1 5.600 0',
    'M8.200 7.500l5.300 5.300',
    'M11.500 10.800l-1.500 1.500',
  ],
  pin: ['M5.500 2.500h5', 'M6.500 2.500v3.800L4 9h8L9.500 6.300V2.500', 'M8 9v4.500'],
  'add-person': [
    'M9 5a2.500 2.500 0 1 1-5 0a2.500 2.500 0 1 1 5 0',
    'M2 13.500c0-3 2-4.500 4.500-4.500s4.500 1.500 4.500 4.500',
    'M12.500 5v4M10.500 7h4',
  ],
  undo: ['M3 6h6.500a3.500 3.500 0 0 1 0 7H6', 'M6 3L3 6l3 3'],
  close: ['M4.500 4.500l7 7', 'M11.500 4.500l-7 7'],
  'chevron-down': ['M4.500 6.500L8 10l3.500-3.500'],
  'chevron-right': ['M6.500 4.500L10 8l-3.500 3.500'],
  warning: ['M8 2.500L14.500 13.500H1.500z', 'M8 6.500v3', 'M8 11.600v.01'],
  information: ['M14 8a6 6 0 1 1-12 0a6 6 0 1 1 12 0', 'M8 7.500v3.500', 'M8 5v.01'],
  clock: ['M14 8a6 6 0 1 1-12 0a6 6 0 1 1 12 0', 'M8 4.500V8l2.500 1.500'],
  keyboard: ['M1.500 4h13v8h-13z', 'M4 6.500h.01M6.700 6.500h.01M9.300 6.500h.01M12 6.500h.01', 'M5 9.500h6'],
  copy: ['M5.500 5.500h8v8h-8z', 'M10.500 5.500v-3h-8v8h3'],
  group: ['M2 4h4l1.500 1.500H14V13H2z'],
  tag: ['M2.500 2.500h5l6 6-5 5-6-6z', 'M5.200 5.200h.01'],
  star: ['M8 2l1.800 3.900 4.200.5-3.100 2.900.8 4.200L8 11.400l-3.700 2.100.8-4.200L2 6.400l4.200-.5z'],
  history: ['M3 8a5 5 0 1 0 1.500-3.500', 'M3 3v2.500h2.500', 'M8 5.500V8l2 1.200'],
  help: [
    'M14 8a6 6 0 1 1-12 0a6 6 0 1 1 12 0',
    'M6.200 6.300a1.900 1.900 0 1 1 2.700 1.700c-.6.3-.9.6-.9 1.200',
    'M8 11.200v.01',
  ],
  more: ['M3.500 8h.01', 'M8 8h.01', 'M12.500 8h.01'],
  check: ['M3.500 8.500l3 3 6-7'],
  duplicate: ['M5.500 5.500h8v8h-8z', 'M10.500 5.500v-3h-8v8h3', 'M9.500 7.700v3.600M7.700 9.500h3.600'],
  'full-screen': ['M2.500 6V2.500H6', 'M10 2.500h3.500V6', 'M13.500 10v3.500H10', 'M6 13.500H2.500V10'],
  file: ['M4 2h5l3 3v9H4z', 'M9 2v3h3'],
  link: ['M4 2h5l3 3v9H4z', 'M6 11.500c0-2.500 1.500-3.500 3.700-3.500', 'M8.200 6.500L9.700 8l-1.500 1.500'],
  'arrow-up': ['M8 13V3', 'M4 7l4-4 4 4'],
  'arrow-right': ['M3 8h10', 'M9 4l4 4-4 4'],
  'arrow-left': ['M13 8H3', 'M7 4L3 8l4 4'],
  'end-session': ['M8 2.500v5', 'M4.800 4.800a4.800 4.800 0 1 0 6.400 0'],
} as const;

export type IconName = keyof typeof SHAPES;

/** Decoration: what it means stands beside it, or in the label of its button. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className ?? styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

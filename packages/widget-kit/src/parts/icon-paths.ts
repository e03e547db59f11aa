export interface IconPaths {
  /** Stroked. */
  readonly line?: string;
  /** Filled. */
  readonly fill?: string;
}

const circle = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`;

/** Drawn for a 16 × 16 grid, 1.5 px lines. */
const DRAWINGS = {
  alert: { line: "M8 2 14.8 13.7H1.2zM8 6.3v3.5M8 11.7v.1" },
  bridge: { line: "M1 12h14M2.5 12V5M13.5 12V5M2.5 5.5c2 4.3 9 4.3 11 0M5.5 8.3V12M8 8.8V12M10.5 8.3V12" },
  brush: { line: "M13.5 2.5 7 9M7 9c-2-.4-3.2.8-3.3 2.3-.1 1-.7 1.8-1.7 2.2 3.3.8 6.3-.7 6.2-3.3z" },
  calendar: { line: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5" },
  challenge: { line: "M1.5 13.2h13L9.6 3.4 6.8 8.6 5.2 6.6z" },
  check: { line: "m3 8.5 3.3 3.3L13 5" },
  "chevron-down": { line: "M3.5 6 8 10.5 12.5 6" },
  "chevron-left": { line: "M10 3.5 5.5 8 10 12.5" },
  "chevron-right": { line: "M6 3.5 10.5 8 6 12.5" },
  "chevron-up": { line: "M3.5 10 8 5.5l4.5 4.5" },
  "circle-check": { line: `${circle(8, 8, 6.2)}M5.2 8.2l2 2 3.7-4` },
  "circle-dashed": {
    line: "M14.2 8.0A6.2 6.2 0 0 1 13.7 10.3M12.7 12.0A6.2 6.2 0 0 1 10.9 13.5M9.1 14.1A6.2 6.2 0 0 1 6.7 14.1M4.9 13.4A6.2 6.2 0 0 1 3.1 11.8M2.2 10.1A6.2 6.2 0 0 1 1.8 7.8M2.2 5.9A6.2 6.2 0 0 1 3.4 3.9M4.9 2.6A6.2 6.2 0 0 1 7.1 1.9M9.1 1.9A6.2 6.2 0 0 1 11.3 2.7M12.7 4.0A6.2 6.2 0 0 1 13.9 6.1",
  },
  "circle-full": { fill: `${circle(8, 8, 7)}M4.3 8.2 5.4 7.1 7 8.7 10.6 4.9 11.7 6 7 10.9z` },
  clock: { line: `${circle(8, 8, 6.2)}M8 4.5V8l2.5 1.7` },
  close: { line: "m4 4 8 8M12 4l-8 8" },
  company: { line: "M2.5 13.8V5.5L8 2.2l5.5 3.3v8.3zM5.5 7.5v.1M8 7.5v.1M10.5 7.5v.1M6.5 13.8v-3h3v3" },
  conflict: { line: "M1.5 8h4M3.8 5.5 6.2 8l-2.4 2.5M14.5 8h-4M12.2 5.5 9.8 8l2.4 2.5M8 2.5v2M8 11.5v2" },
  copy: { line: "M5.5 5.5H13v8.3H5.5zM3 10.5V2.3h7.5" },
  document: { line: "M4 1.8h5.2L12.5 5v9.2H4zM9 2v3.2h3.3M6.2 8.5h4M6.2 11h4" },
  download: { line: "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11" },
  "eye-off": { line: "M2 8s2.2-4.3 6-4.3S14 8 14 8s-2.2 4.3-6 4.3S2 8 2 8zM2.5 13.5l11-11" },
  external: { line: "M9 2.5h4.5V7M13.3 2.7 7.5 8.5M11.5 9.5v4h-9v-9h4" },
  filter: { line: "M2 3.5h12M4.5 8h7M6.7 12.5h2.6" },
  fit: { line: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" },
  gap: {
    line: "M4 2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM6.2 6.3c0-1.1.8-1.8 1.9-1.8s1.8.7 1.8 1.7c0 1.4-1.9 1.4-1.9 2.8M8 11.3v.1",
  },
  grid: { line: "M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2z", fill: "M9 9h5.5v5.5H9z" },
  grip: {
    fill: [3.5, 8, 12.5].flatMap((y) => [circle(5.5, y, 1.1), circle(10.5, y, 1.1)]).join(""),
  },
  hierarchy: { line: "M5.5 2h5v3.5h-5zM1.5 10.5h5V14h-5zM9.5 10.5h5V14h-5zM8 5.5V8M4 10.5V8h8v2.5" },
  info: { line: `${circle(8, 8, 6.2)}M8 7.3v4M8 4.9v.1` },
  lens: {
    line: circle(5.7, 8, 4.7) + circle(10.3, 8, 4.7),
    fill: "M8 3.9a4.7 4.7 0 0 1 0 8.2 4.7 4.7 0 0 1 0-8.2z",
  },
  lock: { line: "M3.5 7.2h9v6.6h-9zM5.5 7V4.8a2.5 2.5 0 0 1 5 0V7" },
  mail: { line: "M1.8 3.5h12.4v9H1.8zM2 4l6 5 6-5" },
  minus: { line: "M3 8h10" },
  more: { fill: circle(3.2, 8, 1.3) + circle(8, 8, 1.3) + circle(12.8, 8, 1.3) },
  network: {
    line: `${circle(3.5, 8, 1.8)}${circle(12.5, 3.7, 1.8)}${circle(12.5, 12.3, 1.8)}M5.2 7.2 10.9 4.5M5.2 8.8l5.7 2.7`,
  },
  note: { line: "M2 3h12v8H7.5L4.5 13.8V11H2z" },
  offline: { line: "M4.5 12.5a3 3 0 0 1-.3-6 4 4 0 0 1 7.5-.8 3.4 3.4 0 0 1 1.6 5.9M2 2l12 12" },
  pencil: { line: "M10.5 2.5 13.5 5.5 5.8 13.2l-3.6.6.6-3.6zM9 4l3 3" },
  person: { line: `${circle(8, 5, 2.7)}M2.8 14c.5-3 2.5-4.5 5.2-4.5s4.7 1.5 5.2 4.5` },
  picture: { line: "M2 3h12v10H2zM2 11l3.5-3.5 3 3 2-2L14 11.5M10.5 6v.1" },
  plus: { line: "M8 3v10M3 8h10" },
  print: { line: "M4 6V2.2h8V6M4 12H2V6h12v6h-2M4 9.8h8v4H4z" },
  question: {
    line: `${circle(8, 8, 6.2)}M6.2 6.3c0-1.1.8-1.8 1.9-1.8s1.8.7 1.8 1.7c0 1.4-1.9 1.4-1.9 2.8M8 11.3v.1`,
  },
  redo: { line: "m10.5 3 3 3-3 3M13.2 6H6.5a3.7 3.7 0 0 0 0 7.4H10" },
  retry: { line: "M13.3 8A5.3 5.3 0 1 1 11.6 4.1M13.3 2v3h-3" },
  search: { line: `${circle(7, 7, 4.6)}M10.5 10.5l3.3 3.3` },
  settings: { line: `M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6${circle(10, 4.5, 1.9)}${circle(6, 11.5, 1.9)}` },
  shield: { line: "M8 1.8 13.5 4v4c0 3-2.2 5.3-5.5 6.4C4.7 13.3 2.5 11 2.5 8V4zM5.5 8l1.8 1.8L10.7 6.3" },
  sparkle: { line: "M8 1.8v4M8 10.2v4M1.8 8h4M10.2 8h4" },
  stairs: { line: "M1.8 13.5h4v-4h4v-4h4.4M11.5 3 14.2 5.5 11.5 8" },
  strategy: { line: "M8 1.8 14.2 8 8 14.2 1.8 8z" },
  swap: { line: "M2 5.5h10M9.5 3 12 5.5 9.5 8M14 10.5H4M6.5 8 4 10.5 6.5 13" },
  table: { line: "M2 3h12v10H2zM2 6.4h12M2 9.7h12M6.5 6.4V13" },
  target: { line: circle(8, 8, 6.2), fill: circle(8, 8, 2.4) },
  task: { line: "M2.5 2.5h11v11h-11zM5 8.2l2.1 2.1L11 6.2" },
  trash: { line: "M2.5 4.5h11M6 4.5V2.3h4v2.2M4 4.5l.7 9.3h6.6l.7-9.3M6.7 7v4.3M9.3 7v4.3" },
  undo: { line: "M5.5 3 2.5 6l3 3M2.8 6h6.7a3.7 3.7 0 0 1 0 7.4H6" },
  upload: { line: "M8 10.5v-8M4.5 6 8 2.5 11.5 6M2.5 13.5h11" },
} satisfies Record<string, IconPaths>;

export type IconName = keyof typeof DRAWINGS;

export const ICONS: Readonly<Record<IconName, IconPaths>> = DRAWINGS;

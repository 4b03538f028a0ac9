/** Line icons on a 16 x 16 grid. */
const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  undo: 'M6 3.5 3 6.5l3 3M3.5 6.5H9.5a3.5 3.5 0 0 1 0 7H6',
  redo: 'M10 3.5l3 3-3 3M12.5 6.5H6.5a3.5 3.5 0 0 0 0 7H10',
  play: 'M5 3.5v9l7.5-4.5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  stop: 'M4.5 4.5h7v7h-7z',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14',
  chevron: 'M6 4l4 4-4 4',
  down: 'M4 6l4 4 4-4',
  check: 'M3.5 8.5l3 3 6-7',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.5v.2',
  error: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 5v3.6M8 10.8v.2',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.4V11M8 5v.2',
  back: 'M10 4 6 8l4 4',
  enter: 'M9 2.5h4v11H9M2.5 8h7M6.5 5l3 3-3 3',
  group: 'M2.5 4.5v-2h2M11.5 2.5h2v2M13.5 11.5v2h-2M4.5 13.5h-2v-2M5 5h3.5v3.5H5zM8.5 8.5H11V11H8.5z',
  ungroup: 'M2.5 4.5v-2h2M11.5 2.5h2v2M13.5 11.5v2h-2M4.5 13.5h-2v-2M6 6l4 4M10 6l-4 4',
  note: 'M3 3h10v7l-3 3H3zM10 13v-3h3M5.5 6h5M5.5 8.5h3',
  unfold: 'M8 2v3.5M8 14v-3.5M5.5 4 8 1.5 10.5 4M5.5 12 8 14.5 10.5 12M3 8h10',
  fold: 'M8 1.5V5M8 14.5V11M5.5 3 8 5.5 10.5 3M5.5 13 8 10.5 10.5 13M3 8h10',
  star: 'M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  folder: 'M2.5 4.5h4l1.5 1.7h5.5v6.3h-11z',
  copy: 'M5.5 5.5h7v7h-7zM3.5 10.5v-7h7',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  layout: 'M2.5 6h4v4h-4zM9.5 2.5h4v4h-4zM9.5 9.5h4v4h-4zM6.5 7.2l3-2M6.5 8.8l3 2',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5Z',
  templates: 'M2.5 3h5v4.5h-5zM9.5 3h4v4.5h-4zM2.5 9.5h5v4h-5zM9.5 9.5h4v4h-4z',
  keyboard: 'M2 4.5h12v7H2zM4.5 7h.2M7 7h.2M9.5 7h.2M11.8 7h.2M5 9.5h6',
  skull:
    'M8 2.5c-3 0-5 2-5 4.6 0 1.7.8 2.8 2 3.5v2.4h6v-2.4c1.2-.7 2-1.8 2-3.5 0-2.6-2-4.6-5-4.6ZM6 7.3v.2M10 7.3v.2M7 13v-1.5M9 13v-1.5',
  heart: 'M8 13.2S2.5 10 2.5 6.2a2.8 2.8 0 0 1 5.5-1 2.8 2.8 0 0 1 5.5 1C13.5 10 8 13.2 8 13.2Z',
  panelLeft: 'M2.5 3h11v10h-11zM6 3v10',
  panelRight: 'M2.5 3h11v10h-11zM10 3v10',
  panelBottom: 'M2.5 3h11v10h-11zM2.5 9h11',
  save: 'M3 3h8l2 2v8H3zM5.5 3v3.5h4V3M5.5 13V9.5h5V13',
  minus: 'M3 8h10',
  cut: 'M4.5 13a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM11.5 13a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM5.5 9.8 11.5 2.5M10.5 9.8 4.5 2.5',
  paste: 'M5.5 3.5h-2v10h9v-10h-2M5.5 2.5h5v2.2h-5z',
  zoom: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14M7 5v4M5 7h4',
  selectAll: 'M3 5V3h2M11 3h2v2M13 11v2h-2M5 13H3v-2M5.5 5.5h5v5h-5z',
  chart: 'M2.5 2.5v11h11M5 10.5l2.5-3 2 1.5 3.5-4.5',
  grid: 'M2.5 2.5h11v11h-11zM2.5 8h11M8 2.5v11',
  speech: 'M2.5 3.5h11v7.5H8l-3 2.5V11H2.5z',
  history: 'M8 4.5V8l2.3 1.5M2.7 6A5.5 5.5 0 1 1 2.5 8.6M2.5 3v3h3',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.2M2.5 8h.2M2.5 12h.2',
  freeze: 'M8 2v12M2.8 5l10.4 6M13.2 5 2.8 11M6.5 3 8 4.5 9.5 3M6.5 13 8 11.5 9.5 13',
  noise: 'M2 8l1.6-3 1.8 6.5 2-9 2.2 10 1.9-7 1.3 3.5H14',
  flip: 'M8 2.5v11M5.5 5 2.5 11h3zM10.5 5l3 6h-3z',
  heal: 'M6.2 2.8h3.6v3.4h3.4v3.6H9.8v3.4H6.2V9.8H2.8V6.2h3.4z',
  more: 'M2.7 8a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0ZM7.3 8a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0ZM11.9 8a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0Z',
  topology:
    'M8 5a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 8 5ZM3.5 14a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM12.5 14a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM7.2 4.7 4.3 10.6M8.8 4.7l2.9 5.9M5.3 12.2h5.4',
  lineage: 'M2.5 8h3.5M6 8V3.5h3M6 8v4.5h3M9 3.5h4.5M9 12.5h4.5M9 8h4.5M6 8h3',
  grip: 'M6 4v.2M10 4v.2M6 8v.2M10 8v.2M6 12v.2M10 12v.2',
  link: 'M6.5 9.5l3-3M7 4.5l1-1a3 3 0 0 1 4.3 4.3l-1 1M9 11.5l-1 1a3 3 0 0 1-4.3-4.3l1-1',
  edit: 'M3 13l.6-3L10.5 3 13 5.5 6 12.4zM9 4.5 11.5 7',
  guides: 'M8 1.5v13M3 4.5h4M9 4.5h2.5M3 11h2.5M10 11h3',
  outOfGroup: 'M2.5 6v7.5h7.5M2.5 2.5h0M5.5 10.5 13 3M8.5 2.7H13.3V7.5',
  connected:
    'M3.7 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM12.3 5.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM12.3 14.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM5.3 7.1 10.7 4.4M5.3 8.9l5.4 2.7',
  invert: 'M2.5 2.5h11v11h-11zM13.5 2.5l-11 11M8.5 13.5l5-5',
  alignLeft: 'M2.5 2v12M5 4h8.5v2.5H5zM5 9.5h5V12H5z',
  alignCentre: 'M8 2v2M8 6.5v3M8 12v2M3.5 4h9v2.5h-9zM5.5 9.5h5V12h-5z',
  alignRight: 'M13.5 2v12M2.5 4H11v2.5H2.5zM6 9.5h5V12H6z',
  alignTop: 'M2 2.5h12M4 5v8.5h2.5V5zM9.5 5v5H12V5z',
  alignMiddle: 'M2 8h2M6.5 8h3M12 8h2M4 3.5v9h2.5v-9zM9.5 5.5v5H12v-5z',
  alignBottom: 'M2 13.5h12M4 11V2.5h2.5V11zM9.5 11V6H12v5z',
  spreadAcross: 'M2.5 2.5v11M13.5 2.5v11M6.5 4.5h3v7h-3z',
  spreadDown: 'M2.5 2.5h11M2.5 13.5h11M4.5 6.5v3h7v-3z',
  export: 'M8 2.5v7.5M5 5.2 8 2.5l3 2.7M3 9.5v4h10v-4',
  image: 'M2.5 3h11v10h-11zM2.5 11l3.2-3.2 2.3 2.2 2.5-2.8 3 3.2M6 6.2v.2',
  settings:
    'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M10 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM6 13.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z',
} as const;
export type IconName = keyof typeof PATHS;

/** Decoration beside a label, or inside a button that has an aria-label. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

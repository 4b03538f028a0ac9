/** The parts of the window between which the keyboard moves, in their order. */
const PARTS = ['toolbar', 'palette', 'canvas', 'inspector', 'runs'] as const;
export type WindowPart = (typeof PARTS)[number];

const ROOTS: Readonly<Record<WindowPart, string>> = {
  toolbar: '.toolbar',
  palette: '.panel.palette .panel-content',
  canvas: '.workspace-canvas',
  inspector: '.panel.inspector .panel-content',
  runs: '.panel.runs .panel-content',
};

/** What takes the focus in a part: on the canvas the selected node, else the canvas; elsewhere the first control. */
const FIRST = [
  '.react-flow__node[tabindex="0"]',
  '.react-flow[tabindex="0"]',
  'input:not([type="hidden"], :disabled)',
  '[role="tab"][aria-selected="true"]',
  'button:not(:disabled, [tabindex="-1"])',
  'a[href], select, textarea, [tabindex="0"]',
];

const rootOf = (part: WindowPart): HTMLElement | null => document.querySelector(ROOTS[part]);

function firstOf(root: HTMLElement): HTMLElement | null {
  for (const selector of FIRST) {
    const found = [...root.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility());
    if (found !== undefined) return found;
  }
  return null;
}

/** Moves the focus into a part: at once, or when it is drawn if it was only just opened. */
export function focusPart(part: WindowPart): void {
  const focus = (): boolean => {
    const root = rootOf(part);
    const first = root === null ? null : firstOf(root);
    first?.focus();
    return first !== null;
  };
  if (!focus()) requestAnimationFrame(focus);
}

/** Moves the focus to the next (1) or previous (-1) part that is open, round at the end. */
export function focusNextPart(step: 1 | -1): void {
  const open = PARTS.filter((part) => {
    const root = rootOf(part);
    return root !== null && firstOf(root) !== null;
  });
  const here = open.findIndex((part) => rootOf(part)?.contains(document.activeElement) === true);
  const at = here < 0 ? (step === 1 ? 0 : open.length - 1) : (here + step + open.length) % open.length;
  const next = open[at];
  if (next !== undefined) focusPart(next);
}

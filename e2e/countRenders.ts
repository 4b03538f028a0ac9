import type { Page } from '@playwright/test';

export interface RenderCounts {
  /** Commits of React in which something on a node rendered. */
  readonly commits: number;
  /** Nodes of which any part rendered, summed over commits. */
  readonly nodes: number;
  /** Nodes that rendered from their root, as after an edit, summed over commits. */
  readonly wholeNodes: number;
  /** Components on nodes that rendered. */
  readonly components: number;
  /** Most nodes of which something rendered in one commit. */
  readonly mostNodes: number;
  /** Nodes of which something rendered while no pixel of them was in view, summed over commits. */
  readonly outOfView: number;
  /** How often the canvas itself rendered. */
  readonly canvases: number;
  /** Ids of the nodes that rendered: what stands on them, or only their place. */
  readonly nodeIds: readonly string[];
  readonly placeIds: readonly string[];
  readonly linkIds: readonly string[];
}

declare global {
  interface Window {
    /** Written by the script below; read by `countRenders`. */
    renderCounts?: RenderCounts & { on: boolean };
    startCounting?: () => void;
  }
}

/**
 * Counts renders from outside: React tells its developer tools of every commit, and so it tells this, in the build that
 * people get. Must be called before the page loads.
 */
export async function prepareRenderCounts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Fiber {
      readonly tag: number;
      readonly flags: number;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
      readonly alternate: Fiber | null;
      readonly stateNode: unknown;
    }
    /** React's tags of function, context consumer, forwardRef, memo and simple memo components, and of elements. */
    const COMPONENTS = new Set([0, 9, 11, 14, 15]);
    const ELEMENT = 5;
    const PERFORMED_WORK = 1;
    const fresh = () => ({
      commits: 0,
      nodes: 0,
      wholeNodes: 0,
      components: 0,
      mostNodes: 0,
      outOfView: 0,
      canvases: 0,
      nodeIds: [] as string[],
      placeIds: [] as string[],
      linkIds: [] as string[],
    });
    const counts = { ...fresh(), on: false };
    window.renderCounts = counts;
    window.startCounting = () => void Object.assign(counts, fresh(), { on: true });
    const add = (ids: string[], element: Element): void => {
      const id = element.getAttribute('data-id') ?? '';
      if (!ids.includes(id)) ids.push(id);
    };

    const onCommit = (root: Fiber): void => {
      const rendered = new Map<Element, { components: number; whole: boolean }>();
      /** `did`: the nearest component above rendered. */
      const visit = (fiber: Fiber, thing: Element | null, depth: number, did: boolean): void => {
        const before = fiber.alternate;
        let inside = thing;
        let level = depth;
        let rendering = did;
        if (fiber.tag === ELEMENT && fiber.stateNode instanceof Element) {
          const { classList } = fiber.stateNode;
          if (did && classList.contains('canvas')) counts.canvases += 1;
          if (classList.contains('react-flow__node') || classList.contains('react-flow__edge')) {
            inside = fiber.stateNode;
            level = 0;
            if (did) add(classList.contains('react-flow__node') ? counts.placeIds : counts.linkIds, inside);
          }
        } else if (COMPONENTS.has(fiber.tag)) {
          rendering = before === null || (fiber.flags & PERFORMED_WORK) !== 0;
          if (rendering && inside !== null) {
            if (inside.classList.contains('react-flow__node')) {
              const known = rendered.get(inside) ?? { components: 0, whole: false };
              rendered.set(inside, { components: known.components + 1, whole: known.whole || level === 0 });
              add(counts.nodeIds, inside);
            } else add(counts.linkIds, inside);
          }
          level += 1;
        }
        if (before !== null && before.child === fiber.child) return; // nothing below took part in this commit
        for (let child = fiber.child; child !== null; child = child.sibling)
          visit(child, inside, level, rendering);
      };
      visit(root, null, 0, false);
      if (rendered.size === 0) return;
      const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
      counts.commits += 1;
      counts.nodes += rendered.size;
      counts.mostNodes = Math.max(counts.mostNodes, rendered.size);
      for (const [element, { components, whole }] of rendered) {
        counts.components += components;
        if (whole) counts.wholeNodes += 1;
        const box = element.getBoundingClientRect();
        const isSeen =
          canvas === undefined ||
          (box.right > canvas.left &&
            box.left < canvas.right &&
            box.bottom > canvas.top &&
            box.top < canvas.bottom);
        if (!isSeen) counts.outOfView += 1;
      }
    };
    Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
      value: {
        supportsFiber: true,
        isDisabled: false,
        renderers: new Map(),
        inject: () => 1,
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
        onCommitFiberRoot: (_renderer: number, root: { readonly current: Fiber }) => {
          if (counts.on) onCommit(root.current);
        },
      },
    });
  });
}

/** What rendered on nodes while `work` went on. */
export async function countRenders(page: Page, work: () => Promise<void>): Promise<RenderCounts> {
  await page.evaluate(() => window.startCounting?.());
  await work();
  return page.evaluate(() => {
    const { renderCounts } = window;
    if (renderCounts === undefined) throw new Error('Renders are not counted on this page.');
    const { on: _on, ...counts } = renderCounts;
    renderCounts.on = false;
    return counts;
  });
}

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
}

declare global {
  interface Window {
    /** Written by the script below; read by `countRenders`. */
    renderCounts?: { -readonly [Key in keyof RenderCounts]: number } & { on: boolean };
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
    const counts = {
      commits: 0,
      nodes: 0,
      wholeNodes: 0,
      components: 0,
      mostNodes: 0,
      outOfView: 0,
      on: false,
    };
    window.renderCounts = counts;

    const onCommit = (root: Fiber): void => {
      const rendered = new Map<Element, { components: number; whole: boolean }>();
      const visit = (fiber: Fiber, node: Element | null, depth: number): void => {
        const before = fiber.alternate;
        let inside = node;
        let level = depth;
        if (fiber.tag === ELEMENT && fiber.stateNode instanceof Element) {
          if (fiber.stateNode.classList.contains('react-flow__node')) {
            inside = fiber.stateNode;
            level = 0;
          }
        } else if (inside !== null && COMPONENTS.has(fiber.tag)) {
          if (before === null || (fiber.flags & PERFORMED_WORK) !== 0) {
            const known = rendered.get(inside) ?? { components: 0, whole: false };
            rendered.set(inside, { components: known.components + 1, whole: known.whole || level === 0 });
          }
          level += 1;
        }
        if (before !== null && before.child === fiber.child) return; // nothing below took part in this commit
        for (let child = fiber.child; child !== null; child = child.sibling) visit(child, inside, level);
      };
      visit(root, null, 0);
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
  await page.evaluate(() => {
    const { renderCounts } = window;
    if (renderCounts === undefined) throw new Error('Renders are not counted on this page.');
    Object.assign(renderCounts, { commits: 0, nodes: 0, wholeNodes: 0, components: 0, mostNodes: 0 });
    Object.assign(renderCounts, { outOfView: 0, on: true });
  });
  await work();
  return page.evaluate(() => {
    const { renderCounts } = window;
    if (renderCounts === undefined) throw new Error('Renders are not counted on this page.');
    const { on: _on, ...counts } = renderCounts;
    renderCounts.on = false;
    return counts;
  });
}

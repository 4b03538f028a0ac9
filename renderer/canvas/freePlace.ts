/** A rectangle on the screen of the canvas, in pixels. */
export interface ScreenBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly side: 'top' | 'bottom';
  readonly align: 'start' | 'center' | 'end';
}

/**
 * Where a bar goes beside a node: over it, unless it would cover less of the other nodes under it, or lie out of sight; and
 * in its middle, unless a side of the canvas is nearer.
 *
 * @param gap pixels between the node and the bar
 */
export function freePlace(
  node: ScreenBox,
  bar: { readonly width: number; readonly height: number },
  others: Iterable<ScreenBox>,
  canvas: { readonly width: number; readonly height: number },
  gap: number,
): Place {
  const middle = node.x + node.width / 2;
  const align =
    middle - bar.width / 2 < 0 ? 'start' : middle + bar.width / 2 > canvas.width ? 'end' : 'center';
  const x =
    align === 'start' ? node.x : align === 'end' ? node.x + node.width - bar.width : middle - bar.width / 2;
  const over = { ...bar, x, y: node.y - gap - bar.height };
  const under = { ...bar, x, y: node.y + node.height + gap };
  let above = over.y < 0 ? bar.width * bar.height : 0;
  let below = under.y + bar.height > canvas.height ? bar.width * bar.height : 0;
  for (const other of others) {
    above += shared(over, other);
    below += shared(under, other);
  }
  return { side: below < above ? 'bottom' : 'top', align };
}

/** Square pixels that lie in both. */
function shared(a: ScreenBox, b: ScreenBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

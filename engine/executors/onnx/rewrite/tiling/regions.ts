import type { Op, ValueId } from '../../../../tensor/ir.ts';
import { elementCount } from '../../../inputs.ts';
import type { ProgramEditor } from '../programEditor.ts';
import { type Cutting, cuttingOf } from './cutting.ts';

export interface TileSizes {
  /** Operations that touch values of more elements are tiled: these and their neighbours do not fit the caches together. */
  readonly large: number;
  /** Elements that a tile of the largest value has at most, if the number of rows can be divided so far. */
  readonly tile: number;
  /** Tiles are larger where they would be more operations than this: the time to load a graph grows with its square. */
  readonly operations: number;
  /** Whether only what is connected with matrix products is tiled. */
  readonly productsOnly: boolean;
}

/** An operation that is computed in `count` tiles. */
export interface TiledOp {
  readonly cutting: Cutting;
  readonly count: number;
}

/** What slicing and joining costs must be shared by so many operations. */
const FEWEST = 3;

interface Candidate {
  readonly op: Op;
  readonly cutting: Cutting;
  /** The values that exist in tiles. */
  readonly cut: readonly ValueId[];
}

function candidate(editor: ProgramEditor, op: Op): Candidate | undefined {
  const cutting = cuttingOf(editor, op);
  if (cutting === undefined) return undefined;
  const operands = op.inputs.filter((_, position) => cutting.shares[position] === 'cut');
  return { op, cutting, cut: cutting.join === 'concat' ? [...operands, ...op.outputs] : operands };
}

/**
 * Those that touch a large value, and those that lie on a way from one of them to another, so that a tile's chain goes
 * through the loss without waiting for the other tiles.
 */
function worthwhile(
  editor: ProgramEditor,
  candidates: readonly Candidate[],
  large: number,
): readonly Candidate[] {
  const touching = candidates.filter(({ cut }) => cut.some((value) => elements(editor, value) > large));
  const heavy = new Set(touching.map(({ op }) => op));
  const after = new Set<ValueId>();
  for (const op of editor.ops) {
    if (heavy.has(op) || op.inputs.some((value) => after.has(value)))
      for (const value of op.outputs) after.add(value);
  }
  const before = new Set<ValueId>();
  for (const op of editor.ops.toReversed()) {
    if (heavy.has(op) || op.outputs.some((value) => before.has(value)))
      for (const value of op.inputs) before.add(value);
  }
  const between = (op: Op): boolean =>
    op.inputs.some((value) => after.has(value)) && op.outputs.some((value) => before.has(value));
  return candidates.filter(({ op }) => heavy.has(op) || between(op));
}

const elements = (editor: ProgramEditor, value: ValueId): number => elementCount(editor.info(value).shape);

/** Candidates that share tiles, directly or through others. */
function regions(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const parents = new Map<ValueId, ValueId>();
  const root = (value: ValueId): ValueId => {
    let at = value;
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) at = next;
    return at;
  };
  for (const { cut } of candidates) {
    const [first = -1] = cut;
    for (const value of cut) {
      const [a, b] = [root(first), root(value)];
      if (a !== b) parents.set(b, a);
    }
  }
  return [...Map.groupBy(candidates, ({ cut }) => root(cut[0] ?? -1)).values()];
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The fewest tiles of at most `size` elements of the largest value that divide all extents, or the most allowed. */
function tileCount(editor: ProgramEditor, region: readonly Candidate[], size: number, most: number): number {
  const common = region.flatMap(({ cutting }) => cutting.extents).reduce(gcd);
  const largest = Math.max(...region.flatMap(({ cut }) => cut.map((value) => elements(editor, value))));
  let best = 1;
  for (let count = 1; count <= Math.min(common, most); count++) {
    if (common % count !== 0) continue;
    best = count;
    if (largest / count <= size) break;
  }
  return best;
}

/** The operations that are worth computing in tiles. All that share tiles have the same number of them. */
export function tiledOps(editor: ProgramEditor, sizes: TileSizes): ReadonlyMap<Op, TiledOp> {
  const all = editor.ops.flatMap((op) => candidate(editor, op) ?? []);
  const candidates = worthwhile(editor, all, sizes.large);
  const worth = regions(candidates).filter((region) =>
    sizes.productsOnly ? region.some(({ op }) => op.spec.kind === 'matmul') : region.length >= FEWEST,
  );
  const most = sizes.operations / worth.reduce((sum, region) => sum + region.length, 0);
  const tiled = new Map<Op, TiledOp>();
  for (const region of worth) {
    const count = tileCount(editor, region, sizes.tile, most);
    if (count > 1) for (const { op, cutting } of region) tiled.set(op, { cutting, count });
  }
  return tiled;
}

import type { Op, OpSpec, ValueId } from '../../../../tensor/ir.ts';
import type { ProgramEditor } from '../programEditor.ts';
import { leadingAxis, tileShape } from './cutting.ts';
import { type TiledOp, type TileSizes, tiledOps } from './regions.ts';

/** Replaces operations by their tiles; cuts what comes in from others, joins what others read. */
class Tiler {
  readonly #editor: ProgramEditor;
  readonly #tiled: ReadonlyMap<Op, TiledOp>;
  readonly #pieces = new Map<string, readonly ValueId[]>();
  #ops: Op[] = [];

  constructor(editor: ProgramEditor, tiled: ReadonlyMap<Op, TiledOp>) {
    this.#editor = editor;
    this.#tiled = tiled;
  }

  /** The operations that stand for `op`. */
  tile(op: Op): readonly Op[] {
    const how = this.#tiled.get(op);
    if (how === undefined) return [op];
    this.#ops = [];
    const { cutting, count } = how;
    const operands = op.inputs.map((value, position) =>
      cutting.shares[position] === 'cut'
        ? this.#cut(value, count)
        : Array.from({ length: count }, () => value),
    );
    const results = op.outputs.map((value) =>
      cutting.join === 'concat' ? this.#newPieces(value, count) : this.#partialSums(value, count),
    );
    const spec = cutting.piece(count);
    for (let index = 0; index < count; index++) {
      const pick = (pieces: readonly ValueId[]): ValueId => pieces[index] ?? -1;
      this.#ops.push({ ...op, spec, inputs: operands.map(pick), outputs: results.map(pick) });
    }
    op.outputs.forEach((value, position) => {
      const pieces = results[position] ?? [];
      if (cutting.join === 'sum') this.#add(pieces, value, op);
      else {
        this.#pieces.set(key(value, count), pieces);
        if (this.#isReadWhole(value, count)) {
          const axis = leadingAxis(this.#editor.info(value).shape) ?? 0;
          this.#emit({ kind: 'concat', axis }, pieces, value, op);
        }
      }
    });
    return this.#ops;
  }

  #isReadWhole(value: ValueId, count: number): boolean {
    return (
      this.#editor.isKept(value) ||
      this.#editor.consumers(value).some((reader) => {
        const how = this.#tiled.get(reader);
        if (how?.count !== count) return true;
        return reader.inputs.some(
          (input, position) => input === value && how.cutting.shares[position] === 'whole',
        );
      })
    );
  }

  #cut(value: ValueId, count: number): readonly ValueId[] {
    const known = this.#pieces.get(key(value, count));
    if (known !== undefined) return known;
    const { shape } = this.#editor.info(value);
    const lead = leadingAxis(shape) ?? 0;
    const rows = (shape[lead] ?? 1) / count;
    const pieces = this.#newPieces(value, count);
    pieces.forEach((piece, index) => {
      const starts = shape.map((_, axis) => (axis === lead ? index * rows : 0));
      const ends = shape.map((extent, axis) => (axis === lead ? (index + 1) * rows : extent));
      this.#emit({ kind: 'slice', starts, ends }, [value], piece);
    });
    this.#pieces.set(key(value, count), pieces);
    return pieces;
  }

  #newPieces(value: ValueId, count: number): readonly ValueId[] {
    const { dtype, shape } = this.#editor.info(value);
    const piece = { dtype, shape: tileShape(shape, count) };
    return Array.from({ length: count }, () => this.#editor.newValue(piece));
  }

  #partialSums(value: ValueId, count: number): readonly ValueId[] {
    const info = this.#editor.info(value);
    return Array.from({ length: count }, () => this.#editor.newValue(info));
  }

  #add(parts: readonly ValueId[], total: ValueId, at: Op): void {
    parts.reduce((sum, part, index) => {
      const next = index === parts.length - 1 ? total : this.#editor.newValue(this.#editor.info(total));
      this.#emit({ kind: 'add' }, [sum, part], next, at);
      return next;
    });
  }

  #emit(spec: OpSpec, inputs: readonly ValueId[], output: ValueId, at?: Op): void {
    const source = at?.source === undefined ? {} : { source: at.source };
    this.#ops.push({ spec, inputs, outputs: [output], ...source });
  }
}

const key = (value: ValueId, count: number): string => `${value}/${count}`;

/** Computes operations on large values, along their leading axes, in tiles. */
export function tile(editor: ProgramEditor, sizes: TileSizes): void {
  const tiled = tiledOps(editor, sizes);
  if (tiled.size === 0) return;
  const tiler = new Tiler(editor, tiled);
  editor.replace(new Map(editor.ops.map((op) => [op, tiler.tile(op)])));
}

import type { Op, OpKind, OpSpec, Shape } from '../../../../tensor/ir.ts';
import type { ProgramEditor } from '../programEditor.ts';

/** How an operand of a tiled operation is given to its tiles: cut along the tiled axis, or whole to each. */
export type Share = 'cut' | 'whole';

/** How an operation is computed in tiles. */
export interface Cutting {
  readonly shares: readonly Share[];
  /** The specification of one of `count` tiles. */
  readonly piece: (count: number) => OpSpec;
  /** The results of the tiles lie side by side, or are added up. */
  readonly join: 'concat' | 'sum';
  /** The number of tiles must divide these. */
  readonly extents: readonly number[];
}

const ELEMENTWISE: ReadonlySet<OpKind> = new Set<OpKind>([
  'add',
  'sub',
  'mul',
  'div',
  'maximum',
  'minimum',
  'mod',
  'neg',
  'exp',
  'log',
  'sqrt',
  'rsqrt',
  'square',
  'abs',
  'sign',
  'tanh',
  'erf',
  'sigmoid',
  'relu',
  'gelu',
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'equal',
  'and',
  'or',
  'not',
  'where',
  'cast',
  'stopGradient',
]);

/** The axis along which a value is cut: the first that is not 1. Its tiles are contiguous. */
export function leadingAxis(shape: Shape): number | undefined {
  const axis = shape.findIndex((extent) => extent !== 1);
  return axis < 0 ? undefined : axis;
}

/** The shape of one of `count` tiles. */
export function tileShape(shape: Shape, count: number): Shape {
  const lead = leadingAxis(shape);
  return shape.map((extent, axis) => (axis === lead ? extent / count : extent));
}

const extentOf = (shape: Shape): number => shape[leadingAxis(shape) ?? 0] ?? 1;

function concatenated(
  shares: readonly Share[],
  extents: readonly number[],
  spec: OpSpec,
  piece: (count: number) => OpSpec = () => spec,
): Cutting | undefined {
  return shares.includes('cut') ? { shares, piece, join: 'concat', extents } : undefined;
}

/** Operands that reach along the leading axis of the result are cut, those repeated along it are whole. */
function broadcasting(operands: readonly Shape[], result: Shape, spec: OpSpec): Cutting | undefined {
  const lead = leadingAxis(result);
  if (lead === undefined) return undefined;
  const shares = operands.map((shape): Share => {
    const own = lead - (result.length - shape.length);
    return own >= 0 && shape[own] === result[lead] ? 'cut' : 'whole';
  });
  return concatenated(shares, [extentOf(result)], spec);
}

/** By matrices; a single one by its rows, or, where it is the gradient of a weight matrix, by the rows it sums over. */
function product(
  operands: readonly Shape[],
  result: Shape,
  spec: OpSpec & { kind: 'matmul' },
): Cutting | undefined {
  const [a = [], b = []] = operands;
  const isSingle = [a, b].every((shape) => shape.slice(0, -2).every((extent) => extent === 1));
  if (!isSingle)
    return (leadingAxis(result) ?? 0) < result.length - 2 ? broadcasting(operands, result, spec) : undefined;
  const rows = a.at(-2) ?? 1;
  if (rows === 1) return undefined;
  if (!spec.transA) return concatenated(['cut', 'whole'], [rows], spec);
  if (spec.transB) return undefined;
  return { shares: ['cut', 'cut'], piece: () => spec, join: 'sum', extents: [rows] };
}

/** How `op` is cut along the leading axes of its values; undefined where it cannot be. */
export function cuttingOf(editor: ProgramEditor, op: Op): Cutting | undefined {
  const { spec } = op;
  const operands = op.inputs.map((value) => editor.info(value).shape);
  const { shape: result } = editor.info(op.outputs[0]);
  const [first = []] = operands;
  const [lead, made] = [leadingAxis(first), leadingAxis(result)];
  if (ELEMENTWISE.has(spec.kind)) return broadcasting(operands, result, spec);
  if (spec.kind === 'matmul') return product(operands, result, spec);
  if (spec.kind === 'gather') {
    const [, ids = []] = operands;
    return spec.batchDims === 0 && leadingAxis(ids) !== undefined
      ? concatenated(['whole', 'cut'], [extentOf(ids)], spec)
      : undefined;
  }
  if (lead === undefined) return undefined;
  const extent = extentOf(first);
  const all = (): Cutting | undefined =>
    concatenated(
      operands.map((): Share => 'cut'),
      [extent],
      spec,
    );
  switch (spec.kind) {
    case 'softmax':
    case 'logSoftmax':
    case 'layerNorm':
    case 'argMax':
    case 'takeAlong':
      return lead < first.length - 1 ? all() : undefined;
    case 'oneHot':
      return all();
    case 'reduceSum':
      return spec.axes.includes(lead)
        ? { shares: ['cut'], piece: () => spec, join: 'sum', extents: [extent] }
        : all();
    case 'reduceMean':
    case 'reduceMax':
      return spec.axes.includes(lead) ? undefined : all();
    case 'transpose':
      return made !== undefined && spec.perm[made] === lead ? all() : undefined;
    case 'concat':
      return spec.axis !== lead && made === lead && operands.every((shape) => leadingAxis(shape) === lead)
        ? all()
        : undefined;
    case 'scatterAdd':
      return spec.batchDims === 1 && lead === 0 ? all() : undefined;
    case 'reshape':
      return concatenated(['cut'], [extent, extentOf(result)], spec, (count) => ({
        ...spec,
        shape: tileShape(spec.shape, count),
      }));
    case 'broadcast': {
      const cutting = broadcasting(operands, result, spec);
      return cutting && { ...cutting, piece: (count) => ({ ...spec, shape: tileShape(spec.shape, count) }) };
    }
    case 'slice': {
      const piece = (count: number): OpSpec => ({
        ...spec,
        ends: spec.ends.map((end, axis) => (axis === lead ? end / count : end)),
      });
      return made === lead && spec.starts[lead] === 0 && spec.ends[lead] === extent
        ? concatenated(['cut'], [extent], spec, piece)
        : undefined;
    }
    default:
      return undefined;
  }
}

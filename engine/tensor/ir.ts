/**
 * The tensor program: a small static-shape intermediate representation in single static assignment form,
 * in the manner of a jaxpr. Everything numeric the swarm does is one of these programs.
 */

export type DType = 'f32' | 'i32' | 'bool';
export type Shape = readonly number[];
export type ValueId = number;

export interface ValueInfo {
  readonly dtype: DType;
  readonly shape: Shape;
}

/**
 * What an input is for.
 * - `parameter` and `state` (optimizer moments) live in a TensorState and are bound by name;
 * - `data` and `control` are passed at every call.
 */
export type InputRole = 'parameter' | 'state' | 'data' | 'control';

export interface ProgramInput {
  readonly name: string;
  readonly value: ValueId;
  readonly role: InputRole;
}

export interface ProgramOutput {
  readonly name: string;
  readonly value: ValueId;
}

/** `output` is the new value of the `parameter`/`state` input `input`; executors write it back in place. */
export interface Update {
  readonly input: string;
  readonly output: ValueId;
}

export type TensorData = Float32Array | Int32Array | Uint8Array;

/**
 * The primitive operations. Shapes follow NumPy broadcasting unless said otherwise.
 * Elementwise binary operations take two values of one dtype; comparisons return `bool`.
 */
export type OpSpec =
  | { readonly kind: 'constant'; readonly data: TensorData; readonly shape: Shape; readonly dtype: DType }
  // a [..., M, K] (or [..., K, M] with transA), b [..., K, N] (or [..., N, K] with transB); batch axes broadcast
  | { readonly kind: 'matmul'; readonly transA: boolean; readonly transB: boolean; readonly alpha: number }
  | { readonly kind: 'add' | 'sub' | 'mul' | 'div' | 'maximum' | 'minimum' | 'mod' }
  | {
      readonly kind:
        | 'neg'
        | 'exp'
        | 'log'
        | 'sqrt'
        | 'rsqrt'
        | 'square'
        | 'abs'
        | 'sign'
        | 'tanh'
        | 'erf'
        | 'sigmoid'
        | 'relu'
        | 'gelu'; // exact: x * (1 + erf(x / sqrt 2)) / 2 (Hendrycks & Gimpel 2016, arXiv 1606.08415)
    }
  | { readonly kind: 'less' | 'lessEqual' | 'greater' | 'greaterEqual' | 'equal' }
  | { readonly kind: 'and' | 'or' | 'not' }
  | { readonly kind: 'where' } // (cond bool, a, b)
  | {
      readonly kind: 'reduceSum' | 'reduceMean' | 'reduceMax';
      readonly axes: readonly number[];
      readonly keepDims: boolean;
    }
  | { readonly kind: 'softmax' | 'logSoftmax' } // along the last axis
  // last axis, no affine part; two outputs: the normalised x [..., D] and 1/std [..., 1] (Ba et al. 2016)
  | { readonly kind: 'layerNorm'; readonly epsilon: number }
  // batchDims 0: table [V, D...], ids [I...] -> [I..., D...]; batchDims 1: table [N, V, D...], ids [N, I...] -> [N, I..., D...]
  | { readonly kind: 'gather'; readonly batchDims: 0 | 1 }
  // the gradient of gather: ids [N, I...], updates [N, I..., D...] -> [N, rows, D...] (batchDims 1; likewise 0)
  | { readonly kind: 'scatterAdd'; readonly batchDims: 0 | 1; readonly rows: number }
  // (table [N, V, D], ids [N, U], rows [N, U, D]) -> table with those rows replaced; ids are distinct within a fish
  | { readonly kind: 'scatterRows' }
  // (x [..., V], ids [...]) -> [...]: one element of the last axis each
  | { readonly kind: 'takeAlong' }
  | { readonly kind: 'oneHot'; readonly depth: number } // i32 [...] -> f32 [..., depth]
  | { readonly kind: 'argMax' } // last axis, lowest index wins a tie; -> i32
  | { readonly kind: 'transpose'; readonly perm: readonly number[] }
  | { readonly kind: 'reshape'; readonly shape: Shape }
  | { readonly kind: 'slice'; readonly starts: readonly number[]; readonly ends: readonly number[] } // every axis
  | { readonly kind: 'concat'; readonly axis: number }
  | { readonly kind: 'broadcast'; readonly shape: Shape }
  | { readonly kind: 'cast'; readonly to: DType }
  | { readonly kind: 'stopGradient' }; // identity forward, no gradient

export type OpKind = OpSpec['kind'];

export interface Op {
  readonly spec: OpSpec;
  readonly inputs: readonly ValueId[];
  readonly outputs: readonly ValueId[];
  /** Where it came from on the canvas (a node or link id) or in the model ("h.0.attn"), for profiles and errors. */
  readonly source?: string;
}

/** Ops are in topological order: an op reads only inputs and outputs of earlier ops. */
export interface Program {
  readonly name: string;
  readonly inputs: readonly ProgramInput[];
  readonly ops: readonly Op[];
  readonly outputs: readonly ProgramOutput[];
  readonly updates: readonly Update[];
  /** Indexed by ValueId. */
  readonly values: readonly ValueInfo[];
}

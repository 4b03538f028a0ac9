import { ShuuraiError } from '../../core/errors.ts';
import type { DType, InputRole, Op, OpKind, Program, Shape, ValueId } from '../../tensor/ir.ts';
import { valueInfo } from '../inputs.ts';
import type { EmitContext, Emitter, EmitterTable } from './emit/context.ts';
import { elementwise } from './emit/elementwise.ts';
import { indexing } from './emit/indexing.ts';
import { matmul } from './emit/matmul.ts';
import { reduce } from './emit/reduce.ts';
import { shape } from './emit/shape.ts';
import { OnnxGraph } from './graph.ts';
import { inPlaceCheck } from './inPlace.ts';
import { depthFirst } from './rewrite/depthFirst.ts';
import { flattenGathers } from './rewrite/flattenGathers.ts';
import { foldScalars } from './rewrite/foldScalars.ts';
import { ProgramEditor } from './rewrite/programEditor.ts';
import { shareGelu } from './rewrite/shareGelu.ts';
import { tileLarge } from './rewrite/tileLarge.ts';

const EMITTERS: EmitterTable = { ...elementwise, ...matmul, ...reduce, ...shape, ...indexing };

export interface EmittedValue {
  /** The name in the program: of an input, an output, or the input that an update overwrites. */
  readonly name: string;
  /** The name in the ONNX graph. */
  readonly onnx: string;
  readonly dtype: DType;
  readonly shape: Shape;
}

export interface EmittedProgram {
  readonly model: Uint8Array;
  readonly inputs: readonly (EmittedValue & { readonly role: InputRole })[];
  readonly outputs: readonly EmittedValue[];
  readonly updates: readonly (EmittedValue & { readonly inPlace: boolean })[];
  readonly nodeCount: number;
}

export interface EmitOptions {
  readonly threads: number;
}

/** Writes a program as an ONNX model (opset 18 and com.microsoft). Throws ShuuraiError 'internal' on a malformed one. */
export function emitProgram(source: Program, options: EmitOptions): EmittedProgram {
  const editor = new ProgramEditor(source);
  shareGelu(editor);
  foldScalars(editor);
  flattenGathers(editor);
  tileLarge(editor);
  const program = depthFirst(editor.build());
  const graph = new OnnxGraph(program.name);
  const names = new Map<ValueId, string>();
  const inputs = program.inputs.map(({ name, value, role }) => {
    const info = valueInfo(program, value);
    const onnx = `v${value}`;
    names.set(value, onnx);
    graph.input(onnx, info.dtype, info.shape);
    return { name, onnx, role, ...info };
  });
  for (const op of program.ops) emitOp(program, graph, names, op, options);

  const computed = new Set(graph.nodes.flatMap((node) => node.outputs));
  const taken = new Set<string>();
  /** A graph output of its own for `value`: its node's output if that is free, else a copy. */
  const fetch = (name: string, value: ValueId): EmittedValue => {
    const info = valueInfo(program, value);
    const made = nameOf(program, names, value);
    const onnx = computed.has(made) && !taken.has(made) ? made : graph.node('Identity', [made]);
    taken.add(onnx);
    graph.output(onnx, info.dtype, info.shape);
    return { name, onnx, ...info };
  };
  // Updates first: they are large, outputs are mostly small.
  const updates = program.updates.map((update) => fetch(update.input, update.output));
  const outputs = program.outputs.map((output) => fetch(output.name, output.value));
  graph.keepOrder();
  const isInPlaceSafe = inPlaceCheck(graph.nodes);
  return {
    inputs,
    outputs,
    updates: updates.map((update) => {
      const feed = inputs.find((input) => input.name === update.name)?.onnx;
      if (feed === undefined) {
        throw new ShuuraiError(
          'internal',
          `Program "${program.name}" updates "${update.name}", which is none of its inputs.`,
        );
      }
      return { ...update, inPlace: isInPlaceSafe({ feed, fetch: update.onnx }) };
    }),
    nodeCount: graph.nodes.length,
    model: graph.encode(),
  };
}

function nameOf(program: Program, names: ReadonlyMap<ValueId, string>, value: ValueId): string {
  const name = names.get(value);
  if (name === undefined) {
    throw new ShuuraiError(
      'internal',
      `Program "${program.name}" uses value ${value} before it is computed; its operations are out of order.`,
    );
  }
  return name;
}

function emitOp(
  program: Program,
  graph: OnnxGraph,
  names: Map<ValueId, string>,
  op: Op,
  options: EmitOptions,
): void {
  const args = op.inputs.map((value) => nameOf(program, names, value));
  const made = op.outputs.map((value) => `v${value}`);
  op.outputs.forEach((value, index) => {
    names.set(value, made[index] ?? '');
  });
  graph.label = op.source ?? op.spec.kind;
  const context: EmitContext = {
    graph,
    threads: options.threads,
    op,
    args,
    argInfo: op.inputs.map((value) => valueInfo(program, value)),
    resultInfo: op.outputs.map((value) => valueInfo(program, value)),
    result: (index = 0) => {
      const name = made[index];
      if (name === undefined) throw new ShuuraiError('internal', `${op.spec.kind} has no result ${index}.`);
      return name;
    },
    alias: () => {
      const [value] = op.outputs;
      const [name] = args;
      if (value !== undefined && name !== undefined) names.set(value, name);
    },
  };
  // The table is keyed by kind, so the emitter found under a spec's kind takes that spec.
  const emit = EMITTERS[op.spec.kind] as Emitter<OpKind>;
  emit(context, op.spec);
}

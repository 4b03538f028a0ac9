import type { Op, OpSpec, Program, ValueId, ValueInfo } from '../../../tensor/ir.ts';

/** A program being rewritten: operations can be replaced, moved and dropped; who reads what stays known. */
export class ProgramEditor {
  readonly #program: Program;
  readonly #values: ValueInfo[];
  #ops: Op[];
  #producers = new Map<ValueId, Op>();
  #consumers = new Map<ValueId, Op[]>();
  readonly #kept: ReadonlySet<ValueId>;

  constructor(program: Program) {
    this.#program = program;
    this.#values = [...program.values];
    this.#ops = [...program.ops];
    this.#kept = new Set([
      ...program.outputs.map((output) => output.value),
      ...program.updates.map((update) => update.output),
    ]);
    this.#index();
  }

  get ops(): readonly Op[] {
    return this.#ops;
  }

  producer(value: ValueId | undefined): Op | undefined {
    return value === undefined ? undefined : this.#producers.get(value);
  }

  /** The operations that read the value, each once. */
  consumers(value: ValueId): readonly Op[] {
    return this.#consumers.get(value) ?? [];
  }

  /** Whether the program's caller sees the value, so that it must go on existing. */
  isKept(value: ValueId): boolean {
    return this.#kept.has(value);
  }

  info(value: ValueId | undefined): ValueInfo {
    const info = this.#values[value ?? -1];
    if (info === undefined) throw new Error(`no value ${value} in program ${this.#program.name}`);
    return info;
  }

  /** The number in a constant of one f32 element. */
  scalar(value: ValueId | undefined): number | undefined {
    const spec = this.producer(value)?.spec;
    return spec?.kind === 'constant' && spec.dtype === 'f32' && spec.data.length === 1
      ? spec.data[0]
      : undefined;
  }

  newValue(info: ValueInfo): ValueId {
    return this.#values.push(info) - 1;
  }

  /** Puts the operations `replacements` where each key stands; an empty list drops it. */
  replace(replacements: ReadonlyMap<Op, readonly Op[]>): void {
    this.#ops = this.#ops.flatMap((op) => replacements.get(op) ?? [op]);
    this.#index();
  }

  build(): Program {
    return { ...this.#program, ops: this.#ops, values: this.#values };
  }

  #index(): void {
    this.#producers = new Map(this.#ops.flatMap((op) => op.outputs.map((value) => [value, op])));
    this.#consumers = new Map();
    for (const op of this.#ops) {
      for (const value of new Set(op.inputs)) {
        const readers = this.#consumers.get(value);
        if (readers === undefined) this.#consumers.set(value, [op]);
        else readers.push(op);
      }
    }
  }
}

/** `op` with another specification and operands, in the same place for the same results. */
export function withSpec(op: Op, spec: OpSpec, inputs: readonly ValueId[] = op.inputs): Op {
  return { ...op, spec, inputs };
}

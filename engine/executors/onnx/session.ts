import { InferenceSession } from 'onnxruntime-node';

export interface SessionSettings {
  readonly threads: number;
  /** Writes a chrome trace with the time of every node to `<prefix>_<date>.json` when the session ends. */
  readonly profilePrefix?: string;
}

/** The options every session of this engine runs with. docs/performance.md has the measurements. */
export function createSession(model: Uint8Array, settings: SessionSettings): Promise<InferenceSession> {
  return InferenceSession.create(model, {
    executionProviders: ['cpu'],
    intraOpNumThreads: settings.threads,
    // One node after the other: updates in place rely on it, and the graph's width is inside its large nodes.
    executionMode: 'sequential',
    interOpNumThreads: 1,
    // The graph arrives fused. Rewriting it gains nothing measurable, costs load time, and could move a reader of
    // a parameter behind the node that overwrites it (see inPlace.ts).
    graphOptimizationLevel: 'disabled',
    // Both keep the activations of one call allocated for the next.
    enableCpuMemArena: true,
    enableMemPattern: true,
    logSeverityLevel: 3,
    ...(settings.profilePrefix === undefined
      ? {}
      : { enableProfiling: true, profileFilePrefix: settings.profilePrefix }),
    extra: {
      session: {
        // Adam's second moments decay into denormals, on which multiplication is some 100 times slower.
        set_denormal_as_zero: '1',
        // Waiting threads sleep. Where other processes compute too, spinning ones hold the processor that the
        // thread they wait for needs: two threads then took 3.5 times as long as one, and 1.2 times without spinning.
        intra_op: { allow_spinning: '0' },
      },
    },
  });
}

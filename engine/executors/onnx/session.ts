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
        // Between calls the threads sleep: several programs take turns, and others use the machine too.
        force_spinning_stop: '1',
      },
    },
  });
}

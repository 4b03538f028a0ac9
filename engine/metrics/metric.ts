/** A number that a run publishes, under `<scope>/<name>` or with the id of what it is measured of between them. */
export interface Metric {
  /** Last part of the series name; `<...>` stands for a label or the id of a source. */
  readonly name: string;
  readonly scope: 'fish' | 'swarm' | 'node' | 'link' | 'run';
  readonly task: 'classification' | 'language-modelling' | 'both';
  readonly label: string;
  /** Empty: a pure number. `share`: 0 to 1, shown as per cent. */
  readonly unit:
    | ''
    | 'share'
    | 'nats'
    | 'examples/s'
    | 'GFLOP/s'
    | 'fish'
    | 'bytes'
    | 'messages'
    | 'tokens'
    | 'tokens/s';
  readonly better: 'higher' | 'lower' | null;
  readonly definition: string;
  readonly source?: string;
}

/** The most a swarm may be; a single node's limits are in its schema. */
export const LIMITS = {
  nodes: 2000,
  links: 10_000,
  /** Fish of all schools together. */
  fish: 256,
  /** Pairs of fish that talk: a link between schools of n and m is n x m of them. */
  pairs: 20_000,
  /** Parameters of all fish together at which memory is mentioned: with gradients and moments 16 bytes each. */
  parameters: 250_000_000,
} as const;

import { counted, t } from '../core/text.ts';

/** What the numbers of fields count: the word that goes with so many. */
export const units = {
  blocks: (count: number) => counted(count, 'block', 'blocks'),
  clients: (count: number) => counted(count, 'client', 'clients'),
  epsilon: () => t`epsilon`,
  evaluations: (count: number) => counted(count, 'evaluation', 'evaluations'),
  examples: (count: number) => counted(count, 'example', 'examples'),
  fish: (count: number) => counted(count, 'fish', 'fish'),
  generations: (count: number) => counted(count, 'generation', 'generations'),
  kibibytes: () => t`per KiB`,
  parts: (count: number) => counted(count, 'part', 'parts'),
  passes: (count: number) => counted(count, 'pass', 'passes'),
  rounds: (count: number) => counted(count, 'round', 'rounds'),
  rows: (count: number) => counted(count, 'row', 'rows'),
  steps: (count: number) => counted(count, 'step', 'steps'),
  texts: (count: number) => counted(count, 'text', 'texts'),
  times: (count: number) => counted(count, 'time', 'times'),
  tokens: (count: number) => counted(count, 'token', 'tokens'),
  voices: (count: number) => counted(count, 'voice', 'voices'),
} satisfies Readonly<Record<string, (count: number) => string>>;

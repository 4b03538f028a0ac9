import type { FieldSpec } from '../kind.ts';
import type { FaultParams } from './schema.ts';

type Params = Readonly<Record<string, unknown>>;
const is =
  (kind: FaultParams['kind']) =>
  (params: Params): boolean =>
    params.kind === kind;
const atRound = (params: Params): boolean => params.when === 'round';
const atRandom = (params: Params): boolean => params.when === 'random';
/** Noise is added once; everything else goes on until it ends. */
const lasting = (params: Params): boolean => params.kind !== 'noise';

export const faultFields = {
  kind: {
    label: 'What happens',
    help: 'What it does to a fish: crash it, slow it down, lose its messages, spoil its weights, invert what it says, or teach it false labels.',
    section: 'Fault',
    control: 'select',
    options: {
      crash: 'Crash',
      straggler: 'Straggler',
      'message-loss': 'Message loss',
      noise: 'Noise in weights',
      'sign-flip': 'Sign flip',
      'label-flip': 'Label flip',
    },
  },
  fish: {
    label: 'Which fish',
    help: 'Which fish of the linked school it strikes: "all", or their numbers counted from 1, such as 4 or 1, 3.',
    section: 'Fault',
    control: 'fish',
  },
  when: {
    label: 'When',
    help: 'At a round of your choice, or at random: in every round each fish can be struck.',
    section: 'Time',
    control: 'select',
    options: { round: 'At a round', random: 'At random' },
  },
  round: {
    label: 'At round',
    help: 'It strikes at the start of this round; a crashed fish neither learns nor answers.',
    section: 'Time',
    control: 'number',
    unit: 'round',
    visible: atRound,
  },
  returnRound: {
    label: 'Back at round',
    help: 'The round at whose start it ends; a crashed fish returns with the weights it had. 0: it never ends.',
    section: 'Time',
    control: 'number',
    unit: 'round',
    visible: (params) => atRound(params) && lasting(params),
  },
  rate: {
    label: 'Probability a round',
    help: 'The probability that a round strikes a fish that is not struck already.',
    section: 'Time',
    control: 'slider',
    visible: atRandom,
  },
  lasts: {
    label: 'Lasts',
    help: 'The rounds after which a fish struck at random is free again; 0: it never is.',
    section: 'Time',
    control: 'number',
    unit: 'rounds',
    visible: (params) => atRandom(params) && lasting(params),
  },
  pace: {
    label: 'Every so many steps',
    help: 'A straggler takes part in every so-many-th local step only.',
    section: 'Fault',
    control: 'number',
    unit: 'steps',
    visible: is('straggler'),
  },
  lost: {
    label: 'Messages lost',
    help: 'The probability that a message of the fish is lost; what it tells one receiver in one round is one message.',
    section: 'Fault',
    control: 'slider',
    visible: is('message-loss'),
  },
  amount: {
    label: 'Amount of noise',
    help: 'Standard deviation of the Gaussian noise, as a multiple of the root mean square of each parameter.',
    section: 'Fault',
    control: 'log-slider',
    visible: is('noise'),
  },
} satisfies Record<keyof FaultParams, FieldSpec>;

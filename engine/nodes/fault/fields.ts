import { t } from '../../core/text.ts';
import type { FieldSpec } from '../kind.ts';
import { units } from '../units.ts';
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
    label: t`What happens`,
    help: t`What it does to a fish: crash it, slow it down, lose its messages, spoil its weights, invert what it says, or teach it false labels.`,
    section: t`Fault`,
    control: 'select',
    options: {
      crash: t`Crash`,
      straggler: t`Straggler`,
      'message-loss': t`Message loss`,
      noise: t`Noise in weights`,
      'sign-flip': t`Sign flip`,
      'label-flip': t`Label flip`,
    },
  },
  fish: {
    label: t`Which fish`,
    help: t`Which fish of the linked school it strikes: "all", or their numbers counted from 1, such as 4 or 1, 3.`,
    section: t`Fault`,
    control: 'fish',
  },
  when: {
    label: t`When`,
    help: t`At a round of your choice, or at random: in every round each fish can be struck.`,
    section: t`Time`,
    control: 'select',
    options: { round: t`At a round`, random: t`At random` },
  },
  round: {
    label: t`At round`,
    help: t`It strikes at the start of this round; a crashed fish neither learns nor answers.`,
    section: t`Time`,
    control: 'number',
    visible: atRound,
  },
  returnRound: {
    label: t`Back at round`,
    help: t`The round at whose start it ends; a crashed fish returns with the weights it had. 0: it never ends.`,
    section: t`Time`,
    control: 'number',
    zero: t`never`,
    visible: (params) => atRound(params) && lasting(params),
  },
  rate: {
    label: t`Probability a round`,
    help: t`The probability that a round strikes a fish that is not struck already.`,
    section: t`Time`,
    control: 'slider',
    visible: atRandom,
  },
  lasts: {
    label: t`Lasts`,
    help: t`The rounds after which a fish struck at random is free again; 0: it never is.`,
    section: t`Time`,
    control: 'number',
    unit: units.rounds,
    zero: t`for good`,
    visible: (params) => atRandom(params) && lasting(params),
  },
  pace: {
    label: t`Every so many steps`,
    help: t`A straggler takes part in every so-many-th local step only.`,
    section: t`Fault`,
    control: 'number',
    unit: units.steps,
    visible: is('straggler'),
  },
  lost: {
    label: t`Messages lost`,
    help: t`The probability that a message of the fish is lost; what it tells one receiver in one round is one message.`,
    section: t`Fault`,
    control: 'slider',
    visible: is('message-loss'),
  },
  amount: {
    label: t`Amount of noise`,
    help: t`Standard deviation of the Gaussian noise, as a multiple of the root mean square of each parameter.`,
    section: t`Fault`,
    control: 'log-slider',
    visible: is('noise'),
  },
} satisfies Record<keyof FaultParams, FieldSpec>;

import { t } from '../../core/text.ts';
import type { FieldSpec } from '../kind.ts';
import { units } from '../units.ts';
import type { FederatedParams } from './schema.ts';

type Params = Readonly<Record<string, unknown>>;
const adam = ({ exchange, algorithm }: Params) => exchange !== 'predictions' && algorithm === 'fedadam';
const withMomentum = ({ exchange, algorithm }: Params) =>
  exchange !== 'predictions' && (algorithm === 'fedavgm' || algorithm === 'diloco');
const byWeights = ({ exchange }: Params) => exchange !== 'predictions';
const byPredictions = ({ exchange }: Params) => exchange === 'predictions';
const noisy = ({ noise }: Params) => typeof noise === 'number' && noise > 0;

export const federatedFields = {
  exchange: {
    label: t`What travels`,
    help: t`Weights, or predictions on public text (FedMD, arXiv 1910.03581): the clients answer it, the server forms the consensus of their class scores, and each learns to say that. Clients may then be built differently.`,
    section: t`Server`,
    control: 'select',
    options: { weights: t`Weights`, predictions: t`Predictions on public text` },
  },
  publicTexts: {
    label: t`Public texts`,
    help: t`How many texts the clients answer each time, drawn anew from the public text.`,
    section: t`Server`,
    control: 'number',
    unit: units.texts,
    visible: byPredictions,
  },
  digest: {
    label: t`Digest steps`,
    help: t`Optimizer steps in which a client learns to give the consensus' answers.`,
    section: t`Server`,
    control: 'number',
    unit: units.steps,
    visible: byPredictions,
  },
  publicPasses: {
    label: t`Passes over labelled text`,
    help: t`How often a client first learns all public text with its labels, before any examples of its own (the first phase of FedMD): what all know in common keeps a consensus from being misled. 0: labels are not used.`,
    section: t`Server`,
    control: 'number',
    unit: units.passes,
    visible: byPredictions,
  },
  consensus: {
    label: t`Consensus of`,
    help: t`Class scores (FedMD), or probabilities (DS-FL, arXiv 2008.06180): clients that know few of the classes are often sure and wrong, and a mean of probabilities follows them less.`,
    section: t`Server`,
    control: 'select',
    options: { scores: t`Class scores`, probabilities: t`Probabilities` },
    visible: byPredictions,
  },
  temperature: {
    label: t`Temperature`,
    help: t`Divides the consensus' scores before they become probabilities: above 1 they are softer, below 1 more decided.`,
    section: t`Server`,
    control: 'number',
    visible: byPredictions,
    advanced: true,
  },
  algorithm: {
    label: t`Algorithm`,
    help: t`How the clients' mean update moves the server: straight (FedAvg, arXiv 1602.05629), with momentum (FedAvgM, 1909.06335), by Adam (FedAdam, 2003.00295), or with Nesterov momentum after many local steps (DiLoCo, 2311.08105).`,
    section: t`Server`,
    control: 'select',
    options: { fedavg: t`FedAvg`, fedavgm: t`FedAvgM`, fedadam: t`FedAdam`, diloco: t`DiLoCo` },
    visible: byWeights,
  },
  serverRate: {
    label: t`Server rate`,
    help: t`How far the server goes along the mean update. Empty: 1 for FedAvg and FedAvgM, 0.1 for FedAdam, 0.7 for DiLoCo.`,
    section: t`Server`,
    control: 'number',
    visible: byWeights,
  },
  momentum: {
    label: t`Momentum`,
    help: t`The server's memory of earlier updates.`,
    section: t`Server`,
    control: 'slider',
    visible: withMomentum,
  },
  beta1: {
    label: t`Beta 1`,
    help: t`FedAdam's memory of the update.`,
    section: t`Server`,
    control: 'number',
    visible: adam,
    advanced: true,
  },
  beta2: {
    label: t`Beta 2`,
    help: t`FedAdam's memory of the squared update.`,
    section: t`Server`,
    control: 'number',
    visible: adam,
    advanced: true,
  },
  tau: {
    label: t`Tau`,
    help: t`How adaptive FedAdam is: numbers that move less than this are hardly enlarged.`,
    section: t`Server`,
    control: 'log-slider',
    visible: adam,
    advanced: true,
  },
  every: {
    label: t`Every`,
    help: t`The server acts at the end of every so many rounds; its clients learn alone in between.`,
    section: t`Clients`,
    control: 'number',
    unit: units.rounds,
  },
  fraction: {
    label: t`Share of clients`,
    help: t`How many of the living clients it asks each time; the others rest and do not learn.`,
    section: t`Clients`,
    control: 'slider',
  },
  weigh: {
    label: t`Weigh clients`,
    help: t`By the examples they have (FedAvg), or all alike. With noise, or a robust method, all count alike.`,
    section: t`Clients`,
    control: 'select',
    options: { examples: t`By examples`, equal: t`All alike` },
  },
  proximal: {
    label: t`Proximal term`,
    help: t`Mu of FedProx (arXiv 1812.06127): pulls a client's weights towards the server's while it learns; 0: free.`,
    section: t`Clients`,
    control: 'number',
    visible: byWeights,
  },
  compression: {
    label: t`Compression`,
    help: t`How clients send their updates: whole, 8 bits a number, or the largest 5 %. What is left out is added to the next update.`,
    section: t`Clients`,
    control: 'select',
    options: { none: t`None`, '8bit': t`8 bits`, topk: t`Largest 5 %` },
  },
  robust: {
    label: t`Robust method`,
    help: t`Against clients that err or lie: median or trimmed mean of each number (arXiv 1803.01498), geometric median (1912.13445), Krum or Multi-Krum (Blanchard 2017). Under skewed data Krum may follow one odd client.`,
    section: t`Robustness`,
    control: 'select',
    options: {
      none: t`None`,
      median: t`Median`,
      trimmed: t`Trimmed mean`,
      geometric: t`Geometric median`,
      krum: t`Krum`,
      'multi-krum': t`Multi-Krum`,
    },
  },
  faulty: {
    label: t`Faulty clients`,
    help: t`How many clients may be faulty: so many are trimmed at each end, or borne by Krum. The medians need no number.`,
    section: t`Robustness`,
    control: 'number',
    unit: units.clients,
    visible: ({ robust }) => robust === 'trimmed' || robust === 'krum' || robust === 'multi-krum',
  },
  clip: {
    label: t`Clip update`,
    help: t`The longest update of a client that is used at full length; 0 does not clip.`,
    section: t`Privacy`,
    control: 'number',
    visible: byWeights,
  },
  noise: {
    label: t`Noise multiplier`,
    help: t`Deviation of the Gaussian noise on the sum of the updates, as a multiple of the clip length (DP-FedAvg, arXiv 1710.06963); 0: none. It guards against whoever sees the models, not against the server itself.`,
    section: t`Privacy`,
    control: 'number',
    visible: byWeights,
  },
  delta: {
    label: t`Delta`,
    help: t`The probability with which the promise of epsilon may fail; well below one over the number of clients.`,
    section: t`Privacy`,
    control: 'log-slider',
    visible: noisy,
  },
  budget: {
    label: t`Budget`,
    help: t`The epsilon above which the run warns; 0: it never does.`,
    section: t`Privacy`,
    control: 'number',
    unit: units.epsilon,
    zero: t`none`,
    visible: noisy,
  },
  secure: {
    label: t`Secure aggregation`,
    help: t`Clients mask their updates in pairs (arXiv 1611.04482): the server reads the exact sum and no single update.`,
    section: t`Privacy`,
    control: 'switch',
    visible: byWeights,
  },
} satisfies Record<keyof FederatedParams, FieldSpec>;

import type { FieldSpec } from '../kind.ts';
import type { FederatedParams } from './schema.ts';

type Params = Readonly<Record<string, unknown>>;
const adam = ({ algorithm }: Params) => algorithm === 'fedadam';
const withMomentum = ({ algorithm }: Params) => algorithm === 'fedavgm' || algorithm === 'diloco';
const noisy = ({ noise }: Params) => typeof noise === 'number' && noise > 0;

export const federatedFields = {
  algorithm: {
    label: 'Algorithm',
    help: "How the clients' mean update moves the server: straight (FedAvg, arXiv 1602.05629), with momentum (FedAvgM, 1909.06335), by Adam (FedAdam, 2003.00295), or with Nesterov momentum after many local steps (DiLoCo, 2311.08105).",
    section: 'Server',
    control: 'select',
    options: { fedavg: 'FedAvg', fedavgm: 'FedAvgM', fedadam: 'FedAdam', diloco: 'DiLoCo' },
  },
  serverRate: {
    label: 'Server rate',
    help: 'How far the server goes along the mean update. Empty: 1 for FedAvg and FedAvgM, 0.1 for FedAdam, 0.7 for DiLoCo.',
    section: 'Server',
    control: 'number',
  },
  momentum: {
    label: 'Momentum',
    help: "The server's memory of earlier updates.",
    section: 'Server',
    control: 'slider',
    visible: withMomentum,
  },
  beta1: {
    label: 'Beta 1',
    help: "FedAdam's memory of the update.",
    section: 'Server',
    control: 'number',
    visible: adam,
    advanced: true,
  },
  beta2: {
    label: 'Beta 2',
    help: "FedAdam's memory of the squared update.",
    section: 'Server',
    control: 'number',
    visible: adam,
    advanced: true,
  },
  tau: {
    label: 'Tau',
    help: 'How adaptive FedAdam is: numbers that move less than this are hardly enlarged.',
    section: 'Server',
    control: 'log-slider',
    visible: adam,
    advanced: true,
  },
  every: {
    label: 'Every',
    help: 'The server acts at the end of every so many rounds; its clients learn alone in between.',
    section: 'Clients',
    control: 'number',
    unit: 'rounds',
  },
  fraction: {
    label: 'Share of clients',
    help: 'How many of the living clients it asks each time; the others rest and do not learn.',
    section: 'Clients',
    control: 'slider',
  },
  weigh: {
    label: 'Weigh clients',
    help: 'By the examples they have (FedAvg), or all alike. With noise, or a robust method, all count alike.',
    section: 'Clients',
    control: 'select',
    options: { examples: 'By examples', equal: 'All alike' },
  },
  proximal: {
    label: 'Proximal term',
    help: "Mu of FedProx (arXiv 1812.06127): pulls a client's weights towards the server's while it learns; 0: free.",
    section: 'Clients',
    control: 'number',
  },
  compression: {
    label: 'Compression',
    help: 'How clients send their updates: whole, 8 bits a number, or the largest 5 %. What is left out is added to the next update.',
    section: 'Clients',
    control: 'select',
    options: { none: 'None', '8bit': '8 bits', topk: 'Largest 5 %' },
  },
  robust: {
    label: 'Robust method',
    help: 'Against clients that err or lie: median or trimmed mean of each number (arXiv 1803.01498), geometric median (1912.13445), Krum or Multi-Krum (Blanchard 2017). Under skewed data Krum may follow one odd client.',
    section: 'Robustness',
    control: 'select',
    options: {
      none: 'None',
      median: 'Median',
      trimmed: 'Trimmed mean',
      geometric: 'Geometric median',
      krum: 'Krum',
      'multi-krum': 'Multi-Krum',
    },
  },
  faulty: {
    label: 'Faulty clients',
    help: 'How many clients may be faulty: so many are trimmed at each end, or borne by Krum. The medians need no number.',
    section: 'Robustness',
    control: 'number',
    unit: 'clients',
    visible: ({ robust }) => robust === 'trimmed' || robust === 'krum' || robust === 'multi-krum',
  },
  clip: {
    label: 'Clip update',
    help: 'The longest update of a client that is used at full length; 0 does not clip.',
    section: 'Privacy',
    control: 'number',
  },
  noise: {
    label: 'Noise multiplier',
    help: 'Deviation of the Gaussian noise on the sum of the updates, as a multiple of the clip length (DP-FedAvg, arXiv 1710.06963); 0: none. It guards against whoever sees the models, not against the server itself.',
    section: 'Privacy',
    control: 'number',
  },
  delta: {
    label: 'Delta',
    help: 'The probability with which the promise of epsilon may fail; well below one over the number of clients.',
    section: 'Privacy',
    control: 'log-slider',
    visible: noisy,
  },
  budget: {
    label: 'Budget',
    help: 'The epsilon above which the run warns; 0: it never does.',
    section: 'Privacy',
    control: 'number',
    unit: 'epsilon',
    visible: noisy,
  },
  secure: {
    label: 'Secure aggregation',
    help: 'Clients mask their updates in pairs (arXiv 1611.04482): the server reads the exact sum and no single update.',
    section: 'Privacy',
    control: 'switch',
  },
} satisfies Record<keyof FederatedParams, FieldSpec>;

import { answer } from './answerMetrics.ts';
import type { Metric } from './metric.ts';

const GUO = 'Guo et al. 2017, arXiv 1706.04599';

/** Of an aggregator, a controller, a server or a probe. */
export const nodeMetrics: readonly Metric[] = [
  {
    name: 'clients',
    scope: 'node',
    task: 'both',
    label: 'Clients heard',
    unit: 'fish',
    better: null,
    definition:
      'Clients whose update (or, where predictions travel, whose answers) a federated server used in the round.',
  },
  {
    name: 'consensusGap',
    scope: 'node',
    task: 'classification',
    label: 'Distance to consensus',
    unit: 'nats',
    better: 'lower',
    definition:
      'Mean over clients and public texts of KL(consensus || client), before the client takes the consensus in.',
    source: 'Li & Wang 2019, FedMD, arXiv 1910.03581',
  },
  {
    name: 'agreement',
    scope: 'node',
    task: 'classification',
    label: 'Agreement with the consensus',
    unit: 'share',
    better: 'higher',
    definition:
      "Mean over clients of the share of public texts for which a client's most probable class is that of the consensus, before it takes the consensus in.",
  },
  {
    name: 'drift',
    scope: 'node',
    task: 'both',
    label: 'Drift',
    unit: '',
    better: null,
    definition:
      "Mean Euclidean length of the clients' updates, before clipping: how far they went from the server's weights.",
  },
  {
    name: 'updateNorm',
    scope: 'node',
    task: 'both',
    label: 'Update',
    unit: '',
    better: null,
    definition:
      "Euclidean length of the clients' joint update. Far below the drift: the clients pull in different directions.",
  },
  {
    name: 'clipped',
    scope: 'node',
    task: 'both',
    label: 'Clipped',
    unit: 'share',
    better: null,
    definition: 'Share of the updates that were longer than the clip length.',
  },
  {
    name: 'epsilon',
    scope: 'node',
    task: 'both',
    label: 'Epsilon spent',
    unit: '',
    better: 'lower',
    definition:
      'Privacy loss of one client so far, at the chosen delta: Rényi accountant of the subsampled Gaussian mechanism, one step for each time the server acted.',
    source: 'Mironov 2017, arXiv 1702.07476; Mironov, Talwar & Zhang 2019, arXiv 1908.10530',
  },
  ...answer('node', 'the aggregator'),
  {
    name: 'weight/<source>',
    scope: 'node',
    task: 'both',
    label: 'Weight of a source',
    unit: 'share',
    better: null,
    definition:
      'Weight that an aggregator whose weights change gives to one of its sources; those of live sources sum to 1.',
  },
  {
    name: 'part/<source>',
    scope: 'node',
    task: 'both',
    label: 'Part of a source',
    unit: 'share',
    better: null,
    definition:
      'Of an aggregator that decides text by text who takes part, mean over validation texts of the part of one source: the share of texts that a level of a cascade answered, that Krum chose, or the mean weight a gate gave.',
  },
  {
    name: 'temperature/<source>',
    scope: 'node',
    task: 'classification',
    label: 'Temperature of a level',
    unit: '',
    better: null,
    definition:
      'What the logits of a level of a cascade are divided by, so that its confidence is the chance to be right on the tuning rows; above 1: the level is too sure of itself.',
    source: GUO,
  },
  {
    name: 'cost',
    scope: 'node',
    task: 'classification',
    label: 'Cost a text',
    unit: '',
    better: 'lower',
    definition:
      'Of a cascade: sum over levels of the cost of a level times the share of validation texts that reach it; 1 is the cost of asking the deepest level alone. Costs are floating point operations of a forward pass.',
    source: 'Chen et al. 2023, FrugalGPT, arXiv 2305.05176',
  },
  {
    name: 'fitLoss',
    scope: 'node',
    task: 'both',
    label: 'Loss, tuning',
    unit: 'nats',
    better: 'lower',
    definition:
      'Mean loss on tuning rows, which no fish learns from, over the steps an aggregator took in the round, each before its update and without penalties.',
  },
  {
    name: 'gateEntropy',
    scope: 'node',
    task: 'both',
    label: 'Gate entropy',
    unit: 'nats',
    better: null,
    definition:
      'Mean over validation texts of the entropy of the weights a gate gives its experts: 0 where it trusts one alone, the logarithm of their number where it trusts all alike.',
  },
  {
    name: 'experts',
    scope: 'node',
    task: 'both',
    label: 'Experts',
    unit: 'fish',
    better: null,
    definition: 'Living experts of a gate that renews itself, at an evaluation.',
    source: 'Kolter & Maloof 2007, Journal of Machine Learning Research 8',
  },
  {
    name: 'loadVariation',
    scope: 'node',
    task: 'both',
    label: 'Unevenness of load',
    unit: '',
    better: null,
    definition:
      'Standard deviation of the mean weights a gate gives its live experts, divided by their mean: 0 where all have the same to do.',
    source: 'Shazeer et al. 2017, arXiv 1701.06538, equation 7',
  },
  {
    name: 'generation',
    scope: 'node',
    task: 'both',
    label: 'Generation',
    unit: '',
    better: null,
    definition: 'Generations a population has behind it, this one included.',
  },
  {
    name: 'bestFitness',
    scope: 'node',
    task: 'both',
    label: 'Best fitness ever',
    unit: '',
    better: 'higher',
    definition:
      'Fitness on the tuning rows of the fittest weights a population ever had: accuracy, or minus the loss in nats. It never falls.',
  },
  {
    name: 'generationBest',
    scope: 'node',
    task: 'both',
    label: 'Best fitness of the generation',
    unit: '',
    better: 'higher',
    definition: 'Fitness of the fittest living member before the generation breeds; merging: of its trials.',
  },
  {
    name: 'meanFitness',
    scope: 'node',
    task: 'both',
    label: 'Mean fitness',
    unit: '',
    better: 'higher',
    definition: 'Mean fitness of the living members before the generation breeds; merging: of its trials.',
  },
  {
    name: 'trust/<source>',
    scope: 'node',
    task: 'both',
    label: 'Trust in a source',
    unit: 'share',
    better: null,
    definition:
      'What an organiser thinks of one source of an aggregator: probability of the edge, share of trust, readiness to work, or strength of the trail.',
    source: 'Zhuge et al. 2024, arXiv 2402.16823; Bonabeau, Theraulaz & Deneubourg 1996',
  },
  {
    name: 'reputation/<source>',
    scope: 'node',
    task: 'both',
    label: 'Reputation of a source',
    unit: 'share',
    better: null,
    definition:
      'What a controller learned of one source of an aggregator: probability of being heard (REINFORCE, difference rewards), share of weight (Hedge, EXP3) or mean gain of late (bandits).',
  },
  {
    name: 'reward',
    scope: 'node',
    task: 'both',
    label: 'Reward',
    unit: '',
    better: 'higher',
    definition:
      'Mean over the decisions of the round. REINFORCE and difference rewards: quality of the choice less the cost of its messages, less what is usual (without penalty: not less); else quality of the choice.',
    source: 'Williams 1992; Foerster et al. 2018, arXiv 1705.08926',
  },
  {
    name: 'utility',
    scope: 'node',
    task: 'both',
    label: 'Utility',
    unit: 'share',
    better: 'higher',
    definition:
      'Quality (accuracy; language modelling: 1 / perplexity) on the tuning rows of what the aggregators of an organiser say with the links it opened, mean over them.',
  },
  {
    name: 'talkUtility',
    scope: 'node',
    task: 'both',
    label: 'Utility of talk',
    unit: 'share',
    better: 'higher',
    definition:
      'Quality of what a fish and those it hears say together on the tuning rows that are like its own share, mean over the fish of an organiser.',
  },
  {
    name: 'modularity',
    scope: 'node',
    task: 'both',
    label: 'Trust modularity',
    unit: '',
    better: null,
    definition:
      'Modularity of the network of open links between the living fish of an organiser, weighted by how far they are open, with the communities that greedy joining finds: above 0.3 there are clear ones.',
    source: 'Newman 2004, Phys. Rev. E 69, 066133',
  },
  {
    name: 'parts',
    scope: 'node',
    task: 'both',
    label: 'Parts of the network',
    unit: '',
    better: 'lower',
    definition:
      'Parts of the network of open links between the living fish of an organiser that no link joins; 1: all are connected.',
  },
  {
    name: 'bytesPerText',
    scope: 'node',
    task: 'both',
    label: 'Messages a text',
    unit: 'bytes',
    better: 'lower',
    definition:
      'What crosses the open links of a controlled aggregator to answer one text: a distribution in float32 from each source heard.',
  },
  {
    name: 'confidence',
    scope: 'node',
    task: 'both',
    label: 'Confidence',
    unit: 'share',
    better: null,
    definition:
      'What a probe saw: mean probability of the most probable class (language modelling: of the true next token).',
  },
  {
    name: 'entropy',
    scope: 'node',
    task: 'classification',
    label: 'Entropy',
    unit: 'nats',
    better: null,
    definition: 'What a probe saw: mean entropy of the predicted distribution.',
  },
];

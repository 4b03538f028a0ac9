/** Every number a run publishes. Charts, tables and exports read names, units and definitions from here. */
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

const GUO = 'Guo et al. 2017, arXiv 1706.04599';
const KROGH = 'Krogh & Vedelsby 1995, Neural network ensembles, cross validation and active learning';

const answer = (scope: Metric['scope'], who: string): readonly Metric[] => [
  {
    name: 'loss',
    scope,
    task: 'both',
    label: 'Loss',
    unit: 'nats',
    better: 'lower',
    definition: `Mean of -log p(truth) of ${who} over validation: a text each, or a token each.`,
  },
  {
    name: 'accuracy',
    scope,
    task: 'both',
    label: 'Accuracy',
    unit: 'share',
    better: 'higher',
    definition: `Share of validation texts (tokens) whose most probable class (next token) for ${who} is the true one.`,
  },
  {
    name: 'macroF1',
    scope,
    task: 'classification',
    label: 'Macro F1',
    unit: 'share',
    better: 'higher',
    definition:
      'Mean over classes of F1 = 2 TP / (2 TP + FP + FN); classes that are neither true nor answered anywhere are left out.',
  },
  {
    name: 'ece',
    scope,
    task: 'classification',
    label: 'Calibration error',
    unit: 'share',
    better: 'lower',
    definition:
      'Expected calibration error: mean over 15 equal bins of confidence, weighted by their texts, of |accuracy - mean confidence|.',
    source: GUO,
  },
  {
    name: 'perplexity',
    scope,
    task: 'language-modelling',
    label: 'Perplexity',
    unit: '',
    better: 'lower',
    definition: 'e to the power of the loss.',
  },
];

export const METRICS: readonly Metric[] = [
  ...answer('fish', 'the fish alone'),
  {
    name: 'trainLoss',
    scope: 'fish',
    task: 'both',
    label: 'Loss, training',
    unit: 'nats',
    better: 'lower',
    definition:
      'Mean loss of the batches since the last point, measured before each update, with dropout; at most 5 points a round.',
  },
  {
    name: 'trainLossRound',
    scope: 'fish',
    task: 'both',
    label: 'Loss, training, a round',
    unit: 'nats',
    better: 'lower',
    definition: 'Mean loss of all batches of the round, measured before each update, with dropout.',
  },
  {
    name: 'trainAccuracy',
    scope: 'fish',
    task: 'both',
    label: 'Accuracy, training',
    unit: 'share',
    better: 'higher',
    definition: 'Mean share of right answers on the batches of the round, before each update, with dropout.',
  },
  {
    name: 'gradNorm',
    scope: 'fish',
    task: 'both',
    label: 'Gradient norm',
    unit: '',
    better: null,
    definition:
      'Mean over the steps of the round of the Euclidean norm of the whole gradient, before clipping.',
  },
  {
    name: 'learningRate',
    scope: 'fish',
    task: 'both',
    label: 'Learning rate',
    unit: '',
    better: null,
    definition: 'Rate of the last optimizer step of the round, warm-up and schedule included.',
  },
  {
    name: 'tokens',
    scope: 'fish',
    task: 'both',
    label: 'Tokens learned from',
    unit: 'tokens',
    better: null,
    definition: 'Tokens of the examples in the local steps of the round, without padding.',
  },
  {
    name: 'share',
    scope: 'fish',
    task: 'both',
    label: 'Share of data',
    unit: 'share',
    better: null,
    definition: 'Training examples the fish may see, divided by all training examples.',
  },
  {
    name: 'exit/<layer>',
    scope: 'fish',
    task: 'classification',
    label: 'Accuracy of an early exit',
    unit: 'share',
    better: 'higher',
    definition: 'Accuracy over validation of the classifier after so many layers, by itself.',
    source: 'BranchyNet, Teerapittayanon et al. 2016, arXiv 1709.01686',
  },
  {
    name: 'fitness',
    scope: 'fish',
    task: 'both',
    label: 'Fitness',
    unit: '',
    better: 'higher',
    definition:
      'On the tuning rows, before a generation breeds: accuracy of the fish, or minus its loss in nats.',
  },
  {
    name: 'contribution',
    scope: 'fish',
    task: 'both',
    label: 'Contribution',
    unit: '',
    better: 'higher',
    definition:
      "Quality of the swarm's answer to the tuning rows less its quality without this fish (leave one out). Quality: accuracy; language modelling: 1 / perplexity. Where the answer is a mean of means, or one vote or mean of logits.",
  },
  {
    name: 'shapley',
    scope: 'fish',
    task: 'both',
    label: 'Contribution, Shapley',
    unit: '',
    better: 'higher',
    definition:
      "What the fish adds to the quality of the swarm's answer to the tuning rows, mean over random orders in which the live fish join; the values add up to the quality of all. On demand, at the next evaluation.",
    source:
      'Shapley 1953; Castro, Gomez & Tejada 2009, Polynomial calculation of the Shapley value based on sampling; Mitchell et al. 2022, arXiv 2104.12199',
  },
  {
    name: 'reputation',
    scope: 'fish',
    task: 'both',
    label: 'Reputation',
    unit: 'share',
    better: null,
    definition: 'Mean over the aggregators that hear the fish of the reputation a controller gives it.',
  },
  ...answer('swarm', 'the answer linked to the goal'),
  {
    name: 'f1:<label>',
    scope: 'swarm',
    task: 'classification',
    label: 'F1 of one class',
    unit: 'share',
    better: 'higher',
    definition:
      '2 TP / (2 TP + FP + FN) of one class; published for up to 20 classes. A "/" in a label is written as "∕".',
  },
  {
    name: 'bestFish',
    scope: 'swarm',
    task: 'both',
    label: 'Best fish',
    unit: '',
    better: null,
    definition: 'Accuracy of the best live fish; language modelling: loss of the best live fish.',
  },
  {
    name: 'meanFish',
    scope: 'swarm',
    task: 'both',
    label: 'Mean fish',
    unit: '',
    better: null,
    definition: 'Mean accuracy of the live fish; language modelling: mean loss.',
  },
  {
    name: 'worstFish',
    scope: 'swarm',
    task: 'both',
    label: 'Worst fish',
    unit: '',
    better: null,
    definition: 'Accuracy of the worst live fish; language modelling: loss of the worst live fish.',
  },
  {
    name: 'gainOverBest',
    scope: 'swarm',
    task: 'both',
    label: 'Gain over the best fish',
    unit: '',
    better: 'higher',
    definition:
      'Accuracy of the swarm minus that of the best live fish; language modelling: loss of the best fish minus that of the swarm. Above 0: the swarm knows more than any of its fish.',
  },
  {
    name: 'diversity',
    scope: 'swarm',
    task: 'classification',
    label: 'Diversity',
    unit: 'share',
    better: null,
    definition: 'Share of pairs of live fish that answer a validation text differently, mean over texts.',
  },
  {
    name: 'ambiguity',
    scope: 'swarm',
    task: 'classification',
    label: 'Ambiguity',
    unit: '',
    better: null,
    definition:
      'Mean over texts and live fish of |p_i - mean p|^2. The Brier score of the plain mean is the mean Brier score of the fish minus this.',
    source: KROGH,
  },
  {
    name: 'consensus',
    scope: 'swarm',
    task: 'classification',
    label: 'Consensus',
    unit: 'share',
    better: null,
    definition: 'Share of live fish whose answer is that of the swarm, mean over validation texts.',
  },
  {
    name: 'polarization',
    scope: 'swarm',
    task: 'both',
    label: 'Polarization',
    unit: '',
    better: null,
    definition:
      "Length of the mean unit vector of what each fish's weights changed by in the round's local steps: 1 where all learn in one direction, about 1 / sqrt(N) where directions are random. Mean over shapes of two fish or more; in rounds that are evaluated, of swarms of up to 33 million weights.",
    source: 'Couzin et al. 2002, Collective memory and spatial sorting in animal groups, equation 5',
  },
  {
    name: 'liveFish',
    scope: 'swarm',
    task: 'both',
    label: 'Live fish',
    unit: 'fish',
    better: null,
    definition: 'Fish that learn and answer at this evaluation.',
  },
  {
    name: 'messages',
    scope: 'swarm',
    task: 'both',
    label: 'Messages',
    unit: 'messages',
    better: 'lower',
    definition:
      'Messages that crossed links between fish, hubs and servers in the round, counted for each receiver. Answers to aggregators are counted at their links alone.',
  },
  {
    name: 'messageBytes',
    scope: 'swarm',
    task: 'both',
    label: 'Bytes sent',
    unit: 'bytes',
    better: 'lower',
    definition:
      'Bytes of the messages that crossed links between fish, hubs and servers in the round, as compressed: 4 a number where they are not.',
  },
  {
    name: 'messagesDropped',
    scope: 'swarm',
    task: 'both',
    label: 'Messages lost',
    unit: 'messages',
    better: 'lower',
    definition: 'Messages between fish, hubs and servers that were lost in the round.',
  },
  {
    name: 'messages',
    scope: 'link',
    task: 'both',
    label: 'Messages',
    unit: 'messages',
    better: null,
    definition:
      'Messages that crossed the link in the round, in both directions where weights are mixed; for up to 256 links.',
  },
  {
    name: 'bytes',
    scope: 'link',
    task: 'both',
    label: 'Bytes',
    unit: 'bytes',
    better: null,
    definition: 'Bytes of those messages, as compressed: 4 a number where they are not.',
  },
  {
    name: 'dropped',
    scope: 'link',
    task: 'both',
    label: 'Lost',
    unit: 'messages',
    better: null,
    definition: 'Messages that were lost on the link in the round.',
  },
  {
    name: 'weight',
    scope: 'link',
    task: 'both',
    label: 'Weight of a link',
    unit: '',
    better: null,
    definition:
      'How strongly the link acted in the round: the mean entry of the mixing matrix over its pairs for weights between fish; the strength of the link for states, predictions, servers and hubs.',
  },
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
  {
    name: 'strength/<source>',
    scope: 'fish',
    task: 'both',
    label: 'Learned strength',
    unit: '',
    better: null,
    definition:
      'With which strength the fish hears another over a trainable state link: that of the link times exp(theta), theta learned with its other parameters.',
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
  {
    name: 'tokensPerSecond',
    scope: 'run',
    task: 'both',
    label: 'Tokens a second',
    unit: 'tokens/s',
    better: 'higher',
    definition:
      'Tokens of the training examples of all fish in the round, divided by the time their steps took.',
  },
  {
    name: 'examplesPerSecond',
    scope: 'run',
    task: 'both',
    label: 'Examples a second',
    unit: 'examples/s',
    better: 'higher',
    definition: 'Training examples of all fish in the round, divided by the time their steps took.',
  },
  {
    name: 'gflops',
    scope: 'run',
    task: 'both',
    label: 'Speed',
    unit: 'GFLOP/s',
    better: 'higher',
    definition:
      'Floating point operations of the training programs of the round (counted from their shapes), divided by the time they took.',
  },
];

/** The entry a series of that scope and last part belongs to; undefined where it is not one of ours. */
export function metricOf(scope: Metric['scope'], name: string): Metric | undefined {
  const generic = name.startsWith('f1:')
    ? 'f1:<label>'
    : name
        .replace(/^(weight|part|temperature|trust|reputation|strength)\/.+$/, '$1/<source>')
        .replace(/^exit\/\d+$/, 'exit/<layer>');
  return METRICS.find((metric) => metric.scope === scope && metric.name === generic);
}

/** A label as part of a series name: "/" separates the parts of those. */
export const labelMetric = (label: string): string => `f1:${label.replaceAll('/', '∕')}`;

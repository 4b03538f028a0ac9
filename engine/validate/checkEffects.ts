import { t } from '../core/text.ts';
import type { LinkParams } from '../document/schema.ts';
import { PROPOSALS_PORT } from '../nodes/predictionPorts.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type DocumentIndex, type LinkEntry, portOf } from './documentIndex.ts';
import { linkProblem } from './problems.ts';

/** What passes a link, as far as its parameters are concerned. */
type Passage =
  | 'weights'
  | 'model'
  | 'sense'
  | 'lesson'
  | 'reading'
  | 'answer'
  | 'verdict'
  | 'examples'
  | 'signal';

const INERT: Readonly<Pick<LinkParams, 'every' | 'delay' | 'loss' | 'compression' | 'trainable'>> = {
  every: 1,
  delay: 0,
  loss: 0,
  compression: 'none',
  trainable: false,
};
type Param = keyof typeof INERT;

const NAMES: Readonly<Record<Param, string>> = {
  every: t`acting only every few rounds`,
  delay: t`a delay`,
  loss: t`loss of messages`,
  compression: t`compression`,
  trainable: t`a trainable strength`,
};

/** Why a parameter cannot act on what passes; absent where it does. */
const CANNOT: Readonly<Record<Passage, Partial<Readonly<Record<Param, string>>>>> = {
  weights: { trainable: t`weights are mixed between the steps of learning, where no gradient reaches` },
  model: {
    compression: t`a server or hub sends its weights whole; compress the link that goes to it`,
    trainable: t`weights are mixed between the steps of learning, where no gradient reaches`,
  },
  lesson: {
    delay: t`states and predictions are used in the very step they are computed in`,
    compression: t`fish that exchange states or predictions learn in one computation`,
    trainable: t`only the strength of a state link from fish to fish can be learned`,
  },
  reading: {
    every: t`a fish has to read as it is asked what it read as it learned`,
    delay: t`states and predictions are used in the very step they are computed in`,
    compression: t`fish that exchange states or predictions learn in one computation`,
    trainable: t`only the strength of a state link from fish to fish can be learned`,
  },
  sense: {
    delay: t`states and predictions are used in the very step they are computed in`,
    compression: t`fish that exchange states or predictions learn in one computation`,
  },
  answer: {
    every: t`an aggregator hears its sources each time it is asked`,
    delay: t`an aggregator can only answer the question it is asked now`,
    compression: t`a probability for each class is too little to compress`,
    trainable: t`its weights are learned by the aggregator, not by the link`,
  },
  verdict: everything(t`it is the answer of the swarm itself, or a look at it`),
  examples: everything(t`examples are read where they lie`),
  signal: everything(t`a controller acts at once`),
};

function everything(reason: string): Readonly<Record<Param, string>> {
  return { every: reason, delay: reason, loss: reason, compression: reason, trainable: reason };
}

function passageOf(index: DocumentIndex, { link }: LinkEntry): Passage | null {
  const target = index.nodes.get(link.to.node);
  const type = target === undefined ? undefined : portOf(target, 'in', link.to.port)?.type;
  switch (type) {
    case undefined:
      return null;
    case 'weights': {
      const isCentre = index.nodes.get(link.from.node)?.node.kind !== 'fish' && link.from.port === 'weights';
      return isCentre ? 'model' : 'weights';
    }
    case 'examples':
      return type;
    case 'state': {
      const direct = [link.from.node, link.to.node].every((id) => index.nodes.get(id)?.node.kind === 'fish');
      return direct ? 'sense' : 'lesson';
    }
    case 'score':
    case 'control':
      return 'signal';
    case 'prediction': {
      const kind = target?.node.kind;
      if (kind === 'federated') return 'weights';
      if (index.nodes.get(link.from.node)?.node.kind === 'federated') return 'model';
      if (link.to.port === PROPOSALS_PORT) return 'reading';
      if (kind === 'fish' || kind === 'hub') return 'lesson';
      return kind === 'goal' || kind === 'probe' ? 'verdict' : 'answer';
    }
  }
}

/** Parameters of links that cannot act on what passes: running as if they did would mislead. */
export function checkEffects(index: DocumentIndex): Diagnostic[] {
  return index.links.flatMap((entry) => {
    const passage = passageOf(index, entry);
    if (passage === null) return [];
    const params = Object.keys(INERT) as Param[]; // its own keys
    return params.flatMap((param) => {
      const reason = CANNOT[passage][param];
      if (reason === undefined || entry.link.params[param] === INERT[param]) return [];
      return [
        linkProblem(entry.id, {
          code: 'ignored-param',
          severity: 'warning',
          path: `links.${entry.id}.params.${param}`,
          message: t`${capital(NAMES[param])} does nothing on this link, since ${reason}: the run goes on as if there were none.`,
          fix: {
            kind: 'set-link',
            linkId: entry.id,
            param,
            value: INERT[param],
            label: t`Set it back`,
          },
        }),
      ];
    });
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

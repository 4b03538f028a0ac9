import { counted, t } from '#engine/core/text.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { formatPercent } from '../../ui/format.ts';
import { fishOfSource } from './fishOfSource.ts';
import { labelInSentence } from './labelWord.ts';

type Step = Prediction['path'][number];

interface Voice {
  readonly source: string;
  readonly weight: number;
  readonly label: string;
  /** Of a level of a cascade, calibrated. */
  readonly confidence: number;
  /** By a cascade; where that is not said, all count as asked. */
  readonly isAsked: boolean;
}

/** Sources named one by one; more of them are counted. */
const NAMED = 3;

/** What the sources of an aggregator said, those that were heard, the most important first. */
function voicesOf(step: Step, prediction: Prediction): readonly Voice[] {
  const says = step.weights.some(({ sureness }) => sureness !== undefined);
  return step.weights
    .flatMap(({ source, weight, sureness }): Voice[] => {
      const said =
        prediction.path.find(({ nodeId }) => nodeId === source) ??
        prediction.fish.find(({ id, alive }) => id === fishOfSource(source) && alive);
      return said === undefined
        ? []
        : [
            {
              source,
              weight,
              label: said.label,
              confidence: sureness ?? said.confidence,
              isAsked: !says || sureness !== undefined,
            },
          ];
    })
    .toSorted((a, b) => b.weight - a.weight);
}

/** Why an aggregator decided so, in a sentence: votes, the level of a cascade, shares of a gate, weights. `name` names sources. */
export function explainStep(
  kind: string,
  step: Step,
  prediction: Prediction,
  name: (source: string) => string,
): string {
  const voices = voicesOf(step, prediction);
  const heard = voices.filter(({ weight }) => weight > 0);
  const [first] = heard;
  if (first === undefined) return t`Nobody was heard.`;
  const share = ({ weight }: Voice): string => formatPercent(weight);
  switch (kind) {
    case 'vote': {
      const agreeing = heard.filter(({ label }) => label === step.label);
      const votes = agreeing.reduce((sum, { weight }) => sum + weight, 0);
      return t`${agreeing.length} of ${heard.length} voices said ${labelInSentence(prediction, step.label)}, ${formatPercent(votes)} of the votes.`;
    }
    case 'cascade': {
      const asked = voices.filter(({ isAsked }) => isAsked);
      const passed = asked.filter(({ source }) => source !== first.source);
      const others = passed.map(
        ({ source, confidence }) => t`${name(source)} was ${formatPercent(confidence)} sure`,
      );
      const answered = t`${name(first.source)} answered, ${formatPercent(first.confidence)} sure when calibrated.`;
      return others.length === 0 ? answered : `${answered} ${others.slice(0, NAMED).join(', ')}.`;
    }
    case 'gate':
      return t`The gate listened to ${heard
        .slice(0, NAMED)
        .map((voice) => `${name(voice.source)} (${share(voice)})`)
        .join(', ')}.`;
    default: {
      const agreeing = heard.filter(({ label }) => label === step.label).length;
      const count = counted(heard.length, 'From {0} answer', 'From {0} answers');
      const even = heard.every(({ weight }) => Math.abs(weight - first.weight) < 0.005);
      const most = even
        ? t`all with the same weight`
        : t`most weight on ${name(first.source)} (${share(first)})`;
      return heard.length === 1
        ? t`Only ${name(first.source)} was heard.`
        : t`${count}, ${most}; ${agreeing} of them said ${labelInSentence(prediction, step.label)}.`;
    }
  }
}

/** The same in two or three words, for the canvas. */
export function explainShortly(
  kind: string,
  step: Step,
  prediction: Prediction,
  name: (source: string) => string,
): string {
  const heard = voicesOf(step, prediction).filter(({ weight }) => weight > 0);
  const [first] = heard;
  if (first === undefined) return t`nobody was heard`;
  if (kind === 'cascade') return t`by ${name(first.source)}`;
  if (kind === 'gate') return `${name(first.source)} ${formatPercent(first.weight)}`;
  const agreeing = heard.filter(({ label }) => label === step.label).length;
  return t`${agreeing} of ${heard.length} agree`;
}

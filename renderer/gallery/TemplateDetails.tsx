import { t } from '#engine/core/text.ts';
import { translate } from '#engine/core/translate.ts';
import { fishIn } from '#engine/document/graph.ts';
import type { Cost } from '#engine/protocol/events.ts';
import { resultText, whenText } from '../runs/history/runWords.ts';
import { capital } from '../ui/capital.ts';
import { formatCount, formatFixed, formatScaled, formatSeconds } from '../ui/format.ts';
import { Pending } from '../ui/Pending.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { EXPECTED } from './expected.ts';
import { type Template, watchAndTry } from './templates.ts';
import { useEstimate } from './useEstimate.ts';
import { useLastRun } from './useLastRun.ts';

const secondsOf = (cost: Cost | null, rounds: number): number | null =>
  cost?.secondsPerRound == null ? null : cost.secondsPerRound * rounds;

/** All about the template that is looked at: what it shows, what to watch, what to try, cost, result. */
export function TemplateDetails({ template }: { readonly template: Template }) {
  const { document, id, whose } = template;
  const { meta, run } = document;
  const { watch, tryThis } = watchAndTry(document);
  const cost = useEstimate(document);
  const last = useLastRun(meta.name);
  const expected = whose === 'shipped' ? EXPECTED[id] : undefined;
  // Told by the document itself; the rest by the engine, a moment later.
  const told = (tell: (known: Cost | null) => string) => (cost === 'pending' ? <Pending /> : tell(cost));
  return (
    <ScrollRegion className="template-details" label={t`About this template`}>
      <h3>{translate(meta.name)}</h3>
      <p>{meta.description === '' ? t`No description.` : translate(meta.description)}</p>
      {watch !== '' && (
        <>
          <h4 className="section-title">{t`What to watch`}</h4>
          <p>{watch}</p>
        </>
      )}
      {tryThis !== '' && (
        <>
          <h4 className="section-title">{t`What to try`}</h4>
          <p>{tryThis}</p>
        </>
      )}
      <h4 className="section-title">{t`Cost and result`}</h4>
      <dl>
        <div className="row">
          <dt>{capital(t`fish`)}</dt>
          <dd>{formatCount(fishIn(document))}</dd>
        </div>
        <div className="row">
          <dt>{t`Parameters`}</dt>
          <dd>{told((known) => formatScaled(known?.parameters))}</dd>
        </div>
        <div className="row">
          <dt>{t`Rounds`}</dt>
          <dd>{formatCount(run.rounds)}</dd>
        </div>
        <div className="row">
          <dt>{t`Learning time here, about`}</dt>
          <dd>{told((known) => formatSeconds(secondsOf(known, run.rounds)))}</dd>
        </div>
        {expected !== undefined && (
          <div className="row">
            <dt>{expected.metric === 'perplexity' ? t`Expected perplexity` : t`Expected accuracy`}</dt>
            <dd>
              {expected.metric === 'perplexity'
                ? formatFixed(expected.value, 1)
                : `${formatFixed(expected.value * 100, 1)} %`}
            </dd>
          </div>
        )}
        {last !== null && (
          <div className="row">
            <dt>{t`Your last run, ${whenText(last.createdAt)}`}</dt>
            <dd>{resultText(last)}</dd>
          </div>
        )}
      </dl>
    </ScrollRegion>
  );
}

import { counted, formatNumber, t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { formatPercent } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';

const DEEDS: Readonly<Record<string, (who: string) => string>> = {
  crash: (who) => t`kill ${who}`,
  straggler: (who) => t`slow ${who}`,
  'message-loss': (who) => t`silence ${who}`,
  noise: (who) => t`spoil ${who}`,
  'sign-flip': (who) => t`invert ${who}`,
  'label-flip': (who) => t`mislead ${who}`,
};

/** What will break and when; in a run, whether it has. */
export function FaultBody({ node }: { node: SwarmNode }) {
  const { kind, fish, when, round: strikes, returnRound, rate, lasts } = node.params;
  const at = Number(strikes);
  const back = kind === 'noise' ? 0 : Number(returnRound);
  const happened = useNodeRun((run) => run.round >= at) ?? false;
  const returned = useNodeRun((run) => back > 0 && run.round >= back) ?? false;
  const struck = fish === 'all' ? t`all fish` : t`fish ${String(fish)}`;
  const who = DEEDS[String(kind)]?.(struck) ?? struck;
  if (when === 'random') {
    return (
      <>
        <div className="row" title={who}>
          <span className="clip">{who}</span>
          <span className="pill">{t`${formatPercent(Number(rate))} a round`}</span>
        </div>
        {Number(lasts) > 0 && (
          <div className="row">
            <span>{t`for`}</span>
            <span className="num">{counted(Number(lasts), '{0} round', '{0} rounds')}</span>
          </div>
        )}
      </>
    );
  }
  return (
    <>
      <div className="row" title={who}>
        <span className="clip">{who}</span>
        {happened && (
          <span className={`pill ${returned ? 'ok' : 'bad'}`}>{returned ? t`returned` : t`happened`}</span>
        )}
      </div>
      {back > 0 && (
        <div className="row">
          <span>{t`back at`}</span>
          <span className="num">{t`round ${formatNumber(back)}`}</span>
        </div>
      )}
    </>
  );
}

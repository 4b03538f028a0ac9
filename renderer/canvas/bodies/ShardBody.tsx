import { t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';

const MODES: Record<string, string> = {
  shared: t`every fish sees all`,
  iid: t`random parts`,
  dirichlet: t`skewed by class`,
  label: t`one class a fish`,
  column: t`by a column`,
};

/** How the examples are divided. */
export function ShardBody({ node }: { node: SwarmNode }) {
  const { mode, replicas } = node.params;
  return (
    <>
      <div className="row">
        <span>{t`parts`}</span>
        <span className="num">{MODES[String(mode)] ?? String(mode)}</span>
      </div>
      {mode !== 'shared' && (
        <div className="row">
          <span>{t`copies of each part`}</span>
          <span className="num">{String(replicas)}</span>
        </div>
      )}
    </>
  );
}

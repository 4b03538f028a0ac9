import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { AggregatorBody } from './AggregatorBody.tsx';
import { CascadeBody } from './CascadeBody.tsx';
import { ControllerBody } from './ControllerBody.tsx';
import { DatasetBody } from './DatasetBody.tsx';
import { EvolveBody } from './EvolveBody.tsx';
import { FaultBody } from './FaultBody.tsx';
import { FederatedBody } from './FederatedBody.tsx';
import { FishBody } from './FishBody.tsx';
import { GoalBody } from './GoalBody.tsx';
import { HubBody } from './HubBody.tsx';
import { ProbeBody } from './ProbeBody.tsx';
import { ShardBody } from './ShardBody.tsx';
import { SuperviseBody } from './SuperviseBody.tsx';
import './nodeBody.css';

/** What a node shows under its title. */
export function NodeBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  switch (node.kind) {
    case 'fish':
      return <FishBody id={id} node={node} />;
    case 'dataset':
      return <DatasetBody node={node} />;
    case 'shard':
      return <ShardBody node={node} />;
    case 'goal':
      return <GoalBody node={node} />;
    case 'fault':
      return <FaultBody node={node} />;
    case 'probe':
      return <ProbeBody id={id} />;
    case 'cascade':
      return <CascadeBody id={id} node={node} />;
    case 'federated':
      return <FederatedBody id={id} node={node} />;
    case 'hub':
      return <HubBody id={id} />;
    case 'evolve':
      return <EvolveBody id={id} node={node} />;
    case 'organise':
    case 'reinforce':
      return <ControllerBody id={id} node={node} />;
    case 'supervise':
      return <SuperviseBody id={id} node={node} />;
    default:
      if (kindOf(node.kind)?.family === 'decide') return <AggregatorBody id={id} node={node} />;
      return (
        <div className="note">
          {kindOf(node.kind)?.help ??
            t`This version does not know "${node.kind}". Its data is kept as it is.`}
        </div>
      );
  }
}

import { z } from 'zod';
import { formatNumber, t } from '../../core/text.ts';
import type { PartitionSettings } from '../../data/types.ts';
import { fishReading, linksOf } from '../../document/graph.ts';
import type { SwarmDocument, SwarmLink } from '../../document/schema.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { paramProblem } from '../../validate/problems.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { units } from '../units.ts';

const schema = z.strictObject({
  mode: z.enum(['shared', 'iid', 'dirichlet', 'label', 'column']).default('iid'),
  replicas: z.int().min(1).max(256).default(1),
  alpha: z.number().min(0.01).max(100).default(0.5),
  column: z.string().max(256).default(''),
  spare: z.int().min(0).max(64).default(0),
});
type Params = z.output<typeof schema>;

const replicated = (params: Readonly<Record<string, unknown>>) =>
  params.mode === 'iid' || params.mode === 'dirichlet' || params.mode === 'label';

const fields = {
  mode: {
    label: t`Division`,
    help: t`How the examples are divided among the fish that read from here.`,
    section: t`Division`,
    control: 'select',
    options: {
      shared: t`Shared: every fish sees all`,
      iid: t`Random parts`,
      dirichlet: t`Skewed classes (Dirichlet)`,
      label: t`By class`,
      column: t`By a column`,
    },
  },
  replicas: {
    label: t`Copies`,
    help: t`How many fish hold each part, so that a part survives the death of a fish.`,
    section: t`Division`,
    control: 'number',
    visible: replicated,
  },
  alpha: {
    label: t`Evenness`,
    help: t`The Dirichlet concentration: small values give every fish few classes, large ones an even mix.`,
    section: t`Division`,
    control: 'log-slider',
    visible: (params) => params.mode === 'dirichlet',
  },
  column: {
    label: t`Column`,
    help: t`Rows with one value of this column stay together: one speaker, one client, one hospital.`,
    section: t`Division`,
    control: 'text',
    visible: (params) => params.mode === 'column',
  },
  spare: {
    label: t`Spare parts`,
    help: t`Parts that no fish reads at first: a fish that joins the running swarm takes one, so that its examples are its own.`,
    section: t`Division`,
    control: 'number',
    unit: units.parts,
    visible: (params) => params.mode !== 'shared',
    advanced: true,
  },
} satisfies Record<keyof Params, FieldSpec>;

function partitionOf({ mode, replicas, alpha, column }: Params): PartitionSettings {
  switch (mode) {
    case 'shared':
      return { mode };
    case 'iid':
    case 'label':
      return { mode, replicas };
    case 'dirichlet':
      return { mode, alpha, replicas };
    case 'column':
      return { mode, column };
  }
}

/** Whether none of the fish that read from these links mixes weights with others. */
const learnAlone = (document: SwarmDocument, outgoing: readonly { readonly link: SwarmLink }[]): boolean => {
  const readers = new Set(outgoing.map(({ link }) => link.to.node));
  return !linksOf(document).some(
    ([, { from, to }]) => to.port === 'weights' && (readers.has(from.node) || readers.has(to.node)),
  );
};

export const shard: NodeKind<typeof schema> = {
  kind: 'shard',
  family: 'data',
  label: t`Shard`,
  help: t`Divides the examples of a dataset among fish: at random, by class, skewed, or all to all.`,
  schema,
  fields,
  ports: () => [
    {
      id: 'examples',
      direction: 'in',
      type: 'examples',
      label: t`Examples`,
      help: t`The dataset to divide.`,
      maxLinks: 1,
      required: true,
      accepts: ['dataset'],
    },
    {
      id: 'examples',
      direction: 'out',
      type: 'examples',
      label: t`Parts`,
      help: t`One part for each fish linked here; a school of n fish takes n parts.`,
      maxLinks: Number.POSITIVE_INFINITY,
      required: false,
      accepts: ['fish'],
    },
  ],
  validate({ id, params, document, task, outgoing }) {
    const problems: Diagnostic[] = [];
    if (params.mode === 'column' && params.column.trim() === '') {
      problems.push(
        paramProblem(id, 'column', {
          message: t`This shard divides by a column but names none: type the name of a column of the dataset.`,
          fix: {
            kind: 'set-param',
            nodeId: id,
            param: 'mode',
            value: 'iid',
            label: t`Divide at random instead`,
          },
        }),
      );
    }
    if (task === 'language-modelling' && (params.mode === 'dirichlet' || params.mode === 'label')) {
      problems.push(
        paramProblem(id, 'mode', {
          code: 'task-mismatch',
          message: t`Text for language modelling has no classes to divide by: divide at random or by a column.`,
          fix: { kind: 'set-param', nodeId: id, param: 'mode', value: 'iid', label: t`Divide at random` },
        }),
      );
    }
    const fish = fishReading({ document, outgoing });
    if (replicated(params) && fish > 0 && params.replicas > fish) {
      problems.push(
        paramProblem(id, 'replicas', {
          message: t`Each part should go to ${params.replicas} fish, but only ${fish} read from this shard.`,
          fix: {
            kind: 'set-param',
            nodeId: id,
            param: 'replicas',
            value: fish,
            label: t`Set copies to ${fish}`,
          },
        }),
      );
    }
    const single = params.mode === 'label' && params.replicas === 1 && fish > 1;
    if (single && task === 'classification' && learnAlone(document, outgoing)) {
      problems.push(
        paramProblem(id, 'replicas', {
          code: 'single-copy',
          severity: 'warning',
          message: t`Each class goes to one fish only: a fish that knows a single class cannot tell it from others, and what it knows dies with it. Give each part to two fish or more.`,
          fix: { kind: 'set-param', nodeId: id, param: 'replicas', value: 2, label: t`Set copies to 2` },
        }),
      );
    }
    return problems;
  },
  lower({ id, params, incoming }, plan) {
    const source = incoming.find(({ link }) => link.to.port === 'examples');
    if (source !== undefined)
      plan.addShard(
        id,
        source.link.from.node,
        partitionOf(params),
        params.mode === 'shared' ? 0 : params.spare,
      );
  },
  badge(params) {
    if (params.mode === 'iid') return params.replicas > 1 ? t`random ×${params.replicas}` : t`random`;
    if (params.mode === 'dirichlet') return `α ${formatNumber(params.alpha)}`;
    return params.mode === 'label' ? t`by class` : params.mode === 'column' ? t`by column` : t`shared`;
  },
};

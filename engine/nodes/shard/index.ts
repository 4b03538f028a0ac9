import { z } from 'zod';
import { t } from '../../core/text.ts';
import type { PartitionSettings } from '../../data/types.ts';
import { fishReading, linksOf } from '../../document/graph.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { paramProblem } from '../../validate/problems.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';

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
    label: 'Division',
    help: 'How the examples are divided among the fish that read from here.',
    section: 'Division',
    control: 'select',
    options: {
      shared: 'Shared: every fish sees all',
      iid: 'Random parts',
      dirichlet: 'Skewed classes (Dirichlet)',
      label: 'By class',
      column: 'By a column',
    },
  },
  replicas: {
    label: 'Copies',
    help: 'How many fish hold each part, so that a part survives the death of a fish.',
    section: 'Division',
    control: 'number',
    unit: 'fish',
    visible: replicated,
  },
  alpha: {
    label: 'Evenness',
    help: 'The Dirichlet concentration: small values give every fish few classes, large ones an even mix.',
    section: 'Division',
    control: 'log-slider',
    visible: (params) => params.mode === 'dirichlet',
  },
  column: {
    label: 'Column',
    help: 'Rows with one value of this column stay together: one speaker, one client, one hospital.',
    section: 'Division',
    control: 'text',
    visible: (params) => params.mode === 'column',
  },
  spare: {
    label: t`Spare parts`,
    help: t`Parts that no fish reads at first: a fish that joins the running swarm takes one, so that its examples are its own.`,
    section: t`Division`,
    control: 'number',
    unit: t`parts`,
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

export const shard: NodeKind<typeof schema> = {
  kind: 'shard',
  family: 'data',
  label: 'Shard',
  help: 'Divides the examples of a dataset among fish: at random, by class, skewed, or all to all.',
  schema,
  fields,
  ports: () => [
    {
      id: 'examples',
      direction: 'in',
      type: 'examples',
      label: 'Examples',
      help: 'The dataset to divide.',
      maxLinks: 1,
      required: true,
      accepts: ['dataset'],
    },
    {
      id: 'examples',
      direction: 'out',
      type: 'examples',
      label: 'Parts',
      help: 'One part for each fish linked here; a school of n fish takes n parts.',
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
          message: 'This shard divides by a column but names none: type the name of a column of the dataset.',
          fix: {
            kind: 'set-param',
            nodeId: id,
            param: 'mode',
            value: 'iid',
            label: 'Divide at random instead',
          },
        }),
      );
    }
    if (task === 'language-modelling' && (params.mode === 'dirichlet' || params.mode === 'label')) {
      problems.push(
        paramProblem(id, 'mode', {
          code: 'task-mismatch',
          message:
            'Text for language modelling has no classes to divide by: divide at random or by a column.',
          fix: { kind: 'set-param', nodeId: id, param: 'mode', value: 'iid', label: 'Divide at random' },
        }),
      );
    }
    const fish = fishReading(document, id);
    if (replicated(params) && fish > 0 && params.replicas > fish) {
      problems.push(
        paramProblem(id, 'replicas', {
          message: `Each part should go to ${params.replicas} fish, but only ${fish} read from this shard.`,
          fix: {
            kind: 'set-param',
            nodeId: id,
            param: 'replicas',
            value: fish,
            label: `Set copies to ${fish}`,
          },
        }),
      );
    }
    const alone = !linksOf(document).some(
      ([, { from, to }]) =>
        to.port === 'weights' &&
        outgoing.some(({ link }) => link.to.node === from.node || link.to.node === to.node),
    );
    if (params.mode === 'label' && params.replicas === 1 && fish > 1 && alone && task === 'classification') {
      problems.push(
        paramProblem(id, 'replicas', {
          code: 'single-copy',
          severity: 'warning',
          message:
            'Each class goes to one fish only: a fish that knows a single class cannot tell it from others, and what it knows dies with it. Give each part to two fish or more.',
          fix: { kind: 'set-param', nodeId: id, param: 'replicas', value: 2, label: 'Set copies to 2' },
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
    if (params.mode === 'iid') return params.replicas > 1 ? `random ×${params.replicas}` : 'random';
    if (params.mode === 'dirichlet') return `α ${params.alpha}`;
    return params.mode === 'label' ? 'by class' : params.mode === 'column' ? 'by column' : 'shared';
  },
};

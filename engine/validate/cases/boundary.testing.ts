import { buildSwarm } from '../../document/build.testing.ts';
import { type Case, swarm } from './swarm.testing.ts';

/** Who may hold which examples: federated boundaries, parts, copies, and who takes part. */
export const boundaryCases: readonly Case[] = [
  [
    'weights-missing',
    'a weighted mean of nothing',
    (() => {
      const s = swarm({ mean: ['weighted', { by: 'fixed' }] });
      return {
        ...s,
        links: Object.fromEntries(
          Object.entries(s.links).map(([id, link]) => [
            id,
            { ...link, params: { ...link.params, strength: 0 } },
          ]),
        ),
      };
    })(),
    /all of them are 0/,
    'mended',
  ],
  [
    'no-clients',
    'a server without clients',
    swarm({ server: ['federated'] }),
    /No fish gives it weights/,
    'mended',
  ],
  [
    'one-sided',
    'a hub nobody hears',
    swarm({ hub: ['hub'] }, ['fish.prediction -> hub.prediction']),
    /nobody hears what it passes on/,
    'mended',
  ],
  [
    'examples-cross',
    'clients that learn from each other',
    swarm({ other: ['fish'], server: ['federated'] }, [
      'part.examples -> other.examples',
      'other.prediction -> mean.prediction',
      'fish.weights -> server.weights',
      'other.prediction -> fish.prediction',
    ]),
    /examples must stay with it, but fish that exchange predictions learn from common examples/,
    'mended',
  ],
  [
    'examples-cross',
    'a client that senses others through a hub',
    swarm({ server: ['federated'], hub: ['hub'] }, [
      'server.weights -> fish.weights',
      'hub.state -> fish.state',
    ]),
    /exchange states/,
    'mended',
  ],
  [
    'examples-cross',
    'clients that school',
    swarm({ fish: ['fish', { count: 4, alignment: 1 }], server: ['federated'] }, [
      'fish.weights -> server.weights',
    ]),
    /fish that follow alignment learn from common examples/,
    'mended',
  ],
  [
    'examples-cross',
    'a supervisor that gives the share of a client to others',
    swarm({ fish: ['fish', { count: 4 }], server: ['federated'], watch: ['supervise'] }, [
      'fish.weights -> server.weights',
      'watch.control -> fish.control',
    ]),
    /would give its share to other fish/,
    'mended',
  ],
  [
    'examples-shared',
    'a shard that gives all to all',
    swarm({ part: ['shard', { mode: 'shared' }], server: ['federated'] }, ['fish.weights -> server.weights']),
    /gives the same to several fish/,
    'mended',
  ],
  [
    'examples-shared',
    'copies of parts',
    swarm({ part: ['shard', { mode: 'label', replicas: 2 }], server: ['federated'] }, [
      'fish.weights -> server.weights',
    ]),
    /gives each part to several fish/,
    'mended',
  ],
  [
    'examples-shared',
    'two ways to the same data',
    swarm({ twin: ['dataset'], part2: ['shard'], other: ['fish'], server: ['federated'] }, [
      'twin.examples -> part2.examples',
      'part2.examples -> other.examples',
      'other.prediction -> mean.prediction',
      'fish.weights -> server.weights',
    ]),
    /both give out the same data/,
    'mended',
  ],
  [
    'examples-shared',
    'a dataset read directly by several clients',
    buildSwarm(
      {
        data: ['dataset'],
        fish: ['fish', { count: 4 }],
        mean: ['average'],
        goal: ['goal'],
        server: ['federated'],
      },
      [
        'data.examples -> fish.examples',
        'fish.prediction -> mean.prediction',
        'mean.prediction -> goal.prediction',
        'fish.weights -> server.weights',
      ],
    ),
    /"data" gives the same to several fish/,
    'mended',
  ],
  [
    'same-rows',
    'reading those who learn the same texts',
    swarm({ part: ['shard', { mode: 'shared' }], x: ['fish'] }, [
      'part.examples -> x.examples',
      'fish.prediction -> x.proposals',
      'x.prediction -> mean.prediction',
    ]),
    /knows by heart/,
    'mended',
  ],
  [
    'single-copy',
    'a class for each fish',
    swarm({ part: ['shard', { mode: 'label' }] }),
    /what it knows dies with it/,
    'mended',
  ],
  [
    'no-common-ancestor',
    'a particle swarm of strangers',
    swarm({ evolution: ['evolve', { method: 'swarm', start: 'own' }] }, [
      'evolution.control -> fish.control',
    ]),
    /begin with weights of their own/,
    'mended',
  ],
];

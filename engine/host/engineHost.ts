import { mkdirSync } from 'node:fs';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { ENGINE_VERSION } from '../core/version.ts';
import { isActive } from '../protocol/activeRun.ts';
import type { Prediction } from '../protocol/api/answers.ts';
import type { EngineInfo } from '../protocol/api/engine.ts';
import { API, type CheckedParams } from '../protocol/api.ts';
import { Listeners } from '../protocol/listeners.ts';
import { PROTOCOL_VERSION } from '../protocol/messages.ts';
import type { EngineHandlers } from '../protocol/serveClient.ts';
import {
  draftsRoot,
  piecesRoot,
  queuePath,
  runsRoot,
  settingsPath,
  shuuraiHome,
  templatesRoot,
  uploadsRoot,
} from '../runs/home.ts';
import { openRunStore } from '../runs/openRunStore.ts';
import type { RunHandle } from '../runs/types.ts';
import type { FishTensors } from '../swarm/fishTensors.ts';
import { readExamples } from '../swarm/runExamples.ts';
import type { PredictOptions } from '../swarm/types.ts';
import { UserTemplates } from '../templates/userTemplates.ts';
import { Drafts } from './drafts.ts';
import { KeptSettings } from './engineSettings.ts';
import { EventFeeds } from './eventFeeds.ts';
import { findCutOff } from './findCutOff.ts';
import { KeptQueue } from './keptQueue.ts';
import type { LiveRun } from './liveRun.ts';
import { Pieces } from './pieces.ts';
import { runDetail } from './runDetail.ts';
import { RunQueue } from './runQueue.ts';
import { TaskRunner } from './taskRunner.ts';
import { keepUpload } from './uploads.ts';
import type { Task } from './workerMessages.ts';

/** Buckets a series has in a history at least, however many series there are. */
const LEAST_BUCKETS = 32;

export interface EngineHost {
  /** For `serveClient`, any number of times. */
  readonly handlers: EngineHandlers;
  /** Takes up the runs a dead engine process left behind a moment ago. */
  resumeCutOff(): void;
  /** Takes up what waited when the engine process before this one died. */
  restoreQueue(): void;
  /** Names of the runs that go or wait, here or in another process. */
  busyWith(): readonly string[];
  /** Whether a run of this engine computes now. */
  isWorking(): boolean;
  /** Checkpoints and ends what runs. */
  close(): Promise<void>;
}

/** The engine behind every shell: runs, drafts, uploads and questions, in one user data folder. */
export function createEngineHost(home = shuuraiHome()): EngineHost {
  mkdirSync(home, { recursive: true });
  const store = openRunStore(runsRoot(home));
  const drafts = new Drafts(draftsRoot(home));
  const templates = new UserTemplates(templatesRoot(home));
  const pieces = new Pieces(piecesRoot(home));
  const tasks = new TaskRunner(store.root);
  const feeds = new EventFeeds(store);
  const changed = new Listeners<void>();
  const settings = new KeptSettings(settingsPath(home));
  const queue = new RunQueue(
    store,
    () => settings.value,
    new KeptQueue(queuePath(home)),
    (runId) => feeds.appended(runId),
    () => changed.call(),
  );

  function withRun<T>(runId: string, use: (run: RunHandle) => T): T {
    const run = store.open(runId);
    try {
      return use(run);
    } finally {
      run.close();
    }
  }

  /** Asks the live run; one that is not live, or ends before it answers, is asked as its newest checkpoint is. */
  async function ask(
    runId: string,
    ofLive: (live: LiveRun) => Promise<unknown>,
    ofStored: (runDir: string) => Task,
  ): Promise<unknown> {
    const live = queue.live(runId);
    if (live !== null) {
      try {
        return await ofLive(live);
      } catch (thrown) {
        if (withRun(runId, (run) => isActive(run.summary().state))) throw thrown;
      }
    }
    return tasks.run(ofStored(withRun(runId, ({ dir }) => dir)));
  }

  const predict = async (
    runId: string,
    texts: readonly string[],
    { tokens, temperature, seed }: Pick<CheckedParams<'runs.predict'>, 'tokens' | 'temperature' | 'seed'>,
  ): Promise<Prediction[]> => {
    const options: PredictOptions = {
      ...(tokens === undefined ? {} : { tokens }),
      ...(temperature === undefined ? {} : { temperature }),
      ...(seed === undefined ? {} : { seed }),
    };
    const answers = await ask(
      runId,
      (live) => live.ask({ kind: 'predict', texts, options }),
      (runDir) => ({ kind: 'predict', runDir, texts, options }),
    );
    return API['runs.predictMany'].result.parse(answers);
  };

  let executors: Promise<EngineInfo['executors']> | null = null;
  const listExecutors = () => {
    executors ??= tasks
      .run({ kind: 'executors' })
      .then((listed) => API['engine.info'].result.shape.executors.parse(listed));
    executors.catch(() => {
      executors = null; // asked anew the next time
    });
    return executors;
  };

  const methods: EngineHandlers['methods'] = {
    'engine.info': async () => ({
      version: ENGINE_VERSION,
      protocol: PROTOCOL_VERSION,
      platform: process.platform,
      runRoot: store.root,
      executors: await listExecutors(),
    }),
    'document.estimate': async ({ document, nodes = null }) =>
      API['document.estimate'].result.parse(await tasks.run({ kind: 'estimate', document, nodes })),
    'runs.start': ({ document, seed }) => ({ runId: queue.start(document, seed) }),
    'runs.resume': ({ runId }) => {
      queue.resume(runId);
      return {};
    },
    'runs.command': async ({ runId, command }) => {
      await queue.command(runId, command);
      return {};
    },
    'runs.list': () => [...store.list()],
    'runs.query': (query) => store.query(query),
    'runs.label': ({ runIds, labels }) => {
      for (const runId of runIds) withRun(runId, (run) => run.label(labels));
      changed.call();
      return {};
    },
    'runs.get': ({ runId }) => withRun(runId, runDetail),
    'runs.delete': async ({ runId }) => {
      await queue.end(runId);
      feeds.close(runId);
      store.delete(runId);
      changed.call();
      return {};
    },
    'runs.series': ({ runId, names, maxPoints, axis = 'round', from, to }) =>
      withRun(runId, (run) => [...run.series(names, maxPoints, { axis, from, to })]),
    'runs.history': ({ runId, buckets }) => withRun(runId, (run) => run.history(buckets, LEAST_BUCKETS)),
    'runs.confusion': async ({ runId, fish }) =>
      API['runs.confusion'].result.parse(
        await ask(
          runId,
          (live) => live.ask({ kind: 'confusion', fish }),
          (runDir) => ({ kind: 'confusion', runDir, fish }),
        ),
      ),
    'runs.confused': async ({ runId, ...cell }) =>
      API['runs.confused'].result.parse(
        await ask(
          runId,
          (live) => live.ask({ kind: 'confused', cell }),
          (runDir) => ({ kind: 'confused', runDir, cell }),
        ),
      ),
    'runs.weights': async ({ runId, fish, tensor, bins }) => {
      const task = (runDir: string, live: FishTensors | null): Task => ({
        kind: 'weights',
        runDir,
        fish,
        tensor,
        bins,
        live,
      });
      // The training thread only copies them between two steps; bins are counted elsewhere.
      return API['runs.weights'].result.parse(
        await ask(
          runId,
          async (live) =>
            tasks.run(
              // what the worker answers to this question
              task(
                withRun(runId, ({ dir }) => dir),
                (await live.ask({ kind: 'weights', fish })) as FishTensors,
              ),
            ),
          (runDir) => task(runDir, null),
        ),
      );
    },
    'runs.predict': async ({ runId, text, ...writing }) => {
      const [prediction] = await predict(runId, [text], writing);
      if (prediction === undefined) throw new ShuuraiError('internal', t`The swarm gave no answer.`);
      return prediction;
    },
    'runs.predictMany': ({ runId, texts, ...writing }) => predict(runId, texts, writing),
    'runs.examples': ({ runId }) => withRun(runId, (run) => [...readExamples(run)]),
    'settings.get': () => ({
      settings: settings.value,
      folders: {
        home,
        runs: store.root,
        data: uploadsRoot(home),
        templates: templatesRoot(home),
        drafts: draftsRoot(home),
        fixed: true,
      },
    }),
    'settings.set': (params) => {
      settings.set(params.settings);
      return {};
    },
    'folders.set': () => {
      throw new ShuuraiError('conflict', t`This engine was opened in a folder that cannot be changed.`);
    },
    'queue.get': () => {
      const { limit, running, waiting } = queue.view();
      return { limit, running: [...running], waiting: [...waiting] };
    },
    'queue.set': ({ limit }) => {
      queue.setLimit(limit);
      return {};
    },
    'queue.move': ({ runId, to }) => {
      queue.move(runId, to);
      return {};
    },
    'templates.list': () => templates.list(),
    'templates.save': ({ document }) => ({ id: templates.save(document) }),
    'templates.rename': ({ id, name }) => ({ id: templates.rename(id, name) }),
    'templates.delete': ({ id }) => {
      templates.delete(id);
      return {};
    },
    'data.preview': async (params) =>
      API['data.preview'].result.parse(await tasks.run({ kind: 'preview', ...params })),
    'data.upload': ({ name, base64 }) => ({ path: keepUpload(uploadsRoot(home), name, base64) }),
    'drafts.list': () => drafts.list(),
    'drafts.save': (draft) => {
      drafts.save(draft);
      return {};
    },
    'drafts.delete': ({ id }) => {
      drafts.delete(id);
      return {};
    },
    'pieces.list': () => pieces.list(),
    'pieces.save': (piece) => {
      pieces.save(piece);
      return {};
    },
    'pieces.delete': ({ id }) => {
      pieces.delete(id);
      return {};
    },
  };

  return {
    handlers: {
      version: ENGINE_VERSION,
      methods,
      openEvents: (runId) => feeds.open(runId),
      onRunsChanged: (listener) => changed.add(listener),
    },
    resumeCutOff: () => {
      for (const run of findCutOff(store)) queue.resume(run);
    },
    restoreQueue: () => queue.restore(),
    isWorking: () => queue.isWorking(),
    busyWith: () =>
      store
        .list()
        .filter(({ state }) => isActive(state))
        .map(({ name, id }) => (name === '' ? id : name)),
    async close() {
      await queue.close();
      feeds.closeAll();
      store.close();
      await tasks.close(); // last, as what it is at may take seconds
    },
  };
}

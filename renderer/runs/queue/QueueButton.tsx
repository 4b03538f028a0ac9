import { Popover } from 'radix-ui';
import { useMemo } from 'react';
import { counted, t } from '#engine/core/text.ts';
import { ACTIVE_STATES } from '#engine/protocol/activeRun.ts';
import { runQuerySchema } from '#engine/protocol/api/runs.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Pending } from '../../ui/Pending.tsx';
import { useRunPage } from '../history/useRunPage.ts';
import { leaveQueue, moveInQueue, setQueueLimit, useQueue } from './queueStore.ts';
import './queue.css';

const LIMITS = [1, 2, 3, 4, 6, 8];

/** "2 waiting": who trains and who waits, in which order; there only while somebody waits or several train. */
export function QueueButton() {
  const waiting = useQueue((queue) => queue.waiting.length);
  const running = useQueue((queue) => queue.running.length);
  const limit = useQueue((queue) => queue.limit);
  if (waiting === 0 && running < 2 && limit === 1) return null;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="btn small queue-button">
          <Icon name="list" size={13} />
          {waiting === 0
            ? counted(running, '{0} running', '{0} running')
            : counted(waiting, '{0} waiting', '{0} waiting')}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="queue"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t`Queue`}
        >
          <QueueList />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const ACTIVE = runQuerySchema.parse({
  states: [...ACTIVE_STATES],
  limit: 1000,
});

function QueueList() {
  const { limit, running, waiting } = useQueue();
  const { page } = useRunPage(ACTIVE);
  const runs = useMemo(() => new Map(page?.runs.map((run) => [run.id, run])), [page]);
  // Until the engine has told their names; a run that it does not know is called by its id.
  const nameOf = (id: string): string | null => {
    const run = runs.get(id);
    if (run === undefined) return page === null ? null : id;
    return `${run.name === '' ? t`Untitled` : run.name}, ${t`seed ${run.seed}`}`;
  };
  return (
    <>
      <h3 className="section-title">{t`Running`}</h3>
      <ol className="queue-list">
        {running.map((id) => (
          <li key={id}>
            <RunName name={nameOf(id)} id={id} />
            <button type="button" className="btn quiet small" onClick={() => void leaveQueue(id)}>
              {t`Stop`}
            </button>
          </li>
        ))}
      </ol>
      <h3 className="section-title">{t`Waiting`}</h3>
      {waiting.length === 0 && <p>{t`Nobody waits.`}</p>}
      <ol className="queue-list" aria-label={t`Waiting runs`}>
        {waiting.map((id, at) => {
          const known = nameOf(id);
          const name = known ?? String(at + 1);
          return (
            <li key={id}>
              <RunName name={known} id={id} />
              <button
                type="button"
                className="btn quiet icon small"
                disabled={at === 0}
                aria-label={t`Move ${name} up`}
                onClick={() => void moveInQueue(id, at - 1)}
              >
                <span className="queue-up">
                  <Icon name="down" size={13} />
                </span>
              </button>
              <button
                type="button"
                className="btn quiet icon small"
                disabled={at === waiting.length - 1}
                aria-label={t`Move ${name} down`}
                onClick={() => void moveInQueue(id, at + 1)}
              >
                <Icon name="down" size={13} />
              </button>
              <button
                type="button"
                className="btn quiet icon small"
                aria-label={t`Take ${name} out of the queue`}
                onClick={() => void leaveQueue(id)}
              >
                <Icon name="close" size={13} />
              </button>
            </li>
          );
        })}
      </ol>
      <label className="row queue-limit">
        {t`Runs at the same time`}
        <select
          className="input select small"
          value={limit}
          onChange={(event) => void setQueueLimit(Number(event.target.value))}
        >
          {LIMITS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
    </>
  );
}

function RunName({ name, id }: { readonly name: string | null; readonly id: string }) {
  return (
    <span className="clip" title={id}>
      {name ?? <Pending />}
    </span>
  );
}

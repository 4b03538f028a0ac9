import { useId, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import type { FishInfo } from '#engine/protocol/events.ts';
import { closeDialog } from '../../dialogs/dialogs.ts';
import { engine } from '../../engine/client.ts';
import { fishId } from '../../live/fishActions.ts';
import { isDead } from '../../live/runFish.ts';
import { runById, useRun } from '../../live/runStore.ts';
import { useRunDocument } from '../../live/useRunDocument.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { examplesOf, placeWords } from './placeWords.ts';
import './newcomer.css';

/** What stands in a list for "nobody" and "as usual"; no fish has such an id. */
const NOBODY = '-';
const USUAL = '';

interface AddFishDialogProps {
  readonly runId: RunId;
  /** The fish it is like at first. */
  readonly like: string;
}

/** A person says whom a newcomer of a running swarm is like, beside whom it stands and whose examples it reads. */
export function AddFishDialog({ runId, like: first }: AddFishDialogProps) {
  const document = useRunDocument(runId);
  const fish = (useRun(runId, (run) => run.fish) ?? []).filter(({ id }) => {
    const run = runById(runId);
    return run !== undefined && !isDead(run, id);
  });
  const [like, setLike] = useState(first);
  const [place, setPlace] = useState<string>(USUAL);
  const [share, setShare] = useState<string>(USUAL);
  const [problem, setProblem] = useState<string | null>(null);
  const model = fish.find(({ id }) => id === like);
  const beside = place === USUAL ? model : fish.find(({ id }) => id === place);
  const source = document === null || model === undefined ? null : examplesOf(document, model.nodeId);
  const readers = fish.filter((one) => document !== null && examplesOf(document, one.nodeId) === source);
  const chosen = (set: (value: string) => void) => (value: string) => {
    set(value);
    setProblem(null);
  };

  const add = async (): Promise<void> => {
    try {
      await engine.request('runs.command', {
        runId,
        command: {
          type: 'add-fish',
          like: fishId(like),
          ...(place === USUAL ? {} : { place: place === NOBODY ? null : fishId(place) }),
          ...(share === USUAL ? {} : { share: fishId(share) }),
        },
      });
      closeDialog();
    } catch (thrown) {
      setProblem(toShuuraiError(thrown).message);
    }
  };
  return (
    <Dialog
      title={t`Add a fish to the running swarm`}
      description={t`It joins at the beginning of the next round; the others keep all they learned.`}
      size="small"
      footer={
        <>
          <button type="button" className="btn" onClick={closeDialog}>
            {t`Cancel`}
          </button>
          <button type="submit" form="newcomer" className="btn primary" disabled={model === undefined}>
            {t`Add`}
          </button>
        </>
      }
    >
      <form
        id="newcomer"
        className="newcomer"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <FishChoice
          label={t`Built and trained like`}
          value={like}
          fish={fish}
          onChange={(value) => {
            setLike(value);
            setShare(USUAL);
            setProblem(null);
          }}
        />
        <FishChoice
          label={t`Its place`}
          value={place}
          fish={fish.filter(({ id }) => id !== like)}
          before={[[USUAL, t`Beside ${model?.name ?? like}`]]}
          after={[[NOBODY, t`Beside nobody`]]}
          name={(name) => t`Beside ${name}`}
          help={
            place === NOBODY
              ? t`It hears no other fish, and only answers.`
              : document === null || beside === undefined
                ? ''
                : placeWords(document, beside.nodeId)
          }
          onChange={chosen(setPlace)}
        />
        <FishChoice
          label={t`Learns from`}
          value={share}
          fish={readers}
          before={[[USUAL, t`A spare part, if its shard has one`]]}
          name={(name) => t`The examples of ${name}`}
          help={
            share === USUAL ? t`Where there is no spare part, it reads those of the fish it is like.` : ''
          }
          onChange={chosen(setShare)}
        />
        {problem !== null && (
          <p className="form-error" role="alert">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface FishChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly fish: readonly FishInfo[];
  readonly before?: readonly (readonly [value: string, label: string])[];
  readonly after?: readonly (readonly [value: string, label: string])[];
  readonly name?: (fish: string) => string;
  readonly help?: string;
  readonly onChange: (value: string) => void;
}

function FishChoice({
  label,
  value,
  fish,
  before = [],
  after = [],
  name = (one) => one,
  help = '',
  onChange,
}: FishChoiceProps) {
  const id = useId();
  const options = [...before, ...fish.map((one) => [one.id, name(one.name)] as const), ...after];
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input select"
        {...(help === '' ? {} : { 'aria-describedby': `${id}-help` })}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      {help !== '' && <p id={`${id}-help`}>{help}</p>}
    </div>
  );
}

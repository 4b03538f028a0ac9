import { t } from '#engine/core/text.ts';
import { Icon } from '../ui/Icon.tsx';
import type { useReplay } from './useReplay.ts';
import './replayBar.css';

interface ReplayBarProps {
  readonly replay: ReturnType<typeof useReplay>;
  readonly rounds: readonly number[];
}

/** A slider over the rounds of what is shown, and a button that lets them go by. */
export function ReplayBar({ replay, rounds }: ReplayBarProps) {
  const { at, isPlaying, show, toggle } = replay;
  return (
    <span className="replay-bar">
      <button
        type="button"
        className="btn small quiet icon"
        disabled={rounds.length < 2}
        aria-label={isPlaying ? t`Stop the replay` : t`Replay`}
        onClick={toggle}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} size={14} />
      </button>
      <label>
        {t`round`}
        <input
          type="range"
          min={0}
          max={Math.max(0, rounds.length - 1)}
          value={at}
          onChange={(event) => show(event.target.valueAsNumber)}
        />
        <output className="num">{rounds[at]}</output>
      </label>
    </span>
  );
}

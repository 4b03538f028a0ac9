import { t } from '#engine/core/text.ts';
import { engine, useConnection } from '../engine/client.ts';
import { Icon } from '../ui/Icon.tsx';

/** Shown while the engine cannot be reached: what still works, and a way to try again. */
export function ConnectionBanner() {
  const state = useConnection((connection) => connection.state);
  if (state !== 'lost') return null;
  return (
    <div className="connection-banner" role="alert">
      <Icon name="warning" size={14} />
      <span>{t`The engine cannot be reached. You can go on designing; runs and drafts wait until it is back.`}</span>
      <button
        type="button"
        className="btn small"
        onClick={() => engine.reconnect()}
      >{t`Reconnect now`}</button>
    </div>
  );
}

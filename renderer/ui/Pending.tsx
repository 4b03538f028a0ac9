import { t } from '#engine/core/text.ts';

/** Stands where something will be told soon, in the room of a short number. */
export const Pending = () => (
  <span className="pending" title={t`Not known yet`}>
    …
  </span>
);

import { runLook } from './runLook.ts';

/** A short stroke as the n-th compared run is drawn. */
export function RunKey({ at }: { readonly at: number }) {
  const { color, dash } = runLook(at);
  return (
    <svg className="run-key" width="26" height="8" aria-hidden="true">
      <path
        d="M1 4H25"
        style={{ stroke: color, ...(dash === undefined ? {} : { strokeDasharray: dash.join(' ') }) }}
      />
    </svg>
  );
}

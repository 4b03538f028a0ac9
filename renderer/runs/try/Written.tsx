import { t } from '#engine/core/text.ts';
import type { Prediction } from '#engine/protocol/api.ts';
import { formatPercent } from '../../ui/format.ts';

/** What a language model wrote: each token as strongly tinted as it was improbable, its probability at the pointer. */
export function Written({ prediction }: { readonly prediction: Prediction }) {
  const tokens = prediction.tokens ?? [];
  // Tokens of some vocabularies do not join to the text without their spaces.
  const whole = tokens.map(({ text }) => text).join('') === prediction.continuation;
  return (
    <>
      <p className="answer-text">
        {prediction.text}
        {whole ? (
          tokens.map(({ text, probability }, at) => (
            <b
              // biome-ignore lint/suspicious/noArrayIndexKey: tokens repeat, and never move
              key={at}
              title={t`probability ${formatPercent(probability)}`}
              style={{
                background: `color-mix(in srgb, var(--warn) ${Math.round((1 - probability) * 34)}%, transparent)`,
              }}
            >
              {text}
            </b>
          ))
        ) : (
          <b>{prediction.continuation}</b>
        )}
      </p>
      {tokens.length > 0 && (
        <p className="answer-path">
          {t`Mean probability of a token: ${formatPercent(
            Math.exp(tokens.reduce((sum, { probability }) => sum + Math.log(probability), 0) / tokens.length),
          )}. The stronger a token is tinted, the less it was expected.`}
        </p>
      )}
    </>
  );
}

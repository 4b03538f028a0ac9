import { t } from '#engine/core/text.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { formatPercent } from '../../ui/format.ts';
import './answer.css';

/** What a language model wrote: each token as strongly tinted as it was improbable, its probability at the pointer. */
export function Written({ prediction }: { readonly prediction: Prediction }) {
  const tokens = prediction.tokens ?? [];
  // Words are written with spaces between them, characters and parts of words without.
  const between = ['', ' '].find(
    (space) =>
      tokens
        .map(({ text }) => text)
        .join(space)
        .trimStart() === prediction.continuation?.trimStart(),
  );
  const whole = between !== undefined && tokens.length > 0;
  const begins = (text: string | undefined): boolean => text?.startsWith(' ') === true;
  const gap = begins(prediction.continuation) && !begins(tokens[0]?.text) ? ' ' : '';
  return (
    <>
      <p className="answer-text">
        {prediction.text}
        {whole && gap}
        {whole ? (
          tokens.map(({ text, probability }, at) => (
            <b
              // biome-ignore lint/suspicious/noArrayIndexKey: tokens repeat, and never move
              key={at}
              className="token"
              title={t`probability ${formatPercent(probability)}`}
              style={{
                background: `color-mix(in srgb, var(--warn) ${Math.round((1 - probability) * 30)}%, transparent)`,
              }}
            >
              {at === 0 ? text : `${between}${text}`}
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

import type { CSSProperties } from 'react';
import type { CommentId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { COMMENT_COLOURS, type SwarmComment } from '#engine/document/schema.ts';
import { commentColour } from '../canvas/commentColour.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { deleteSelected } from '../commands/deleteSelected.ts';
import { duplicate } from '../commands/duplicate.ts';
import { setCommentColour, setCommentText } from '../documents/commentEdits.ts';
import { resizeComment } from '../documents/resizeThings.ts';
import { endEditGesture, useActiveDocument } from '../documents/store.ts';
import { Icon } from '../ui/Icon.tsx';
import './commentInspector.css';

const colourName = (colour: SwarmComment['colour']): string => {
  switch (colour) {
    case 'yellow':
      return t`Yellow`;
    case 'blue':
      return t`Blue`;
    case 'teal':
      return t`Teal`;
    case 'violet':
      return t`Violet`;
    case 'orange':
      return t`Orange`;
    case 'grey':
      return t`Grey`;
  }
};

/** A comment: its text, colour and size. */
export function CommentInspector({ id }: { id: CommentId }) {
  const comment = useActiveDocument()?.comments[id];
  if (comment === undefined) return null;
  const size = (part: Partial<SwarmComment['size']>): void =>
    resizeComment(id, { ...comment.position, ...comment.size, ...part });
  return (
    <>
      <header className="inspector-head">
        <Icon name="note" size={20} />
        <h2>{t`Comment`}</h2>
      </header>
      <p className="inspector-help">{t`A note for people. It is saved with the swarm and never part of a run.`}</p>
      <textarea
        className="input description"
        aria-label={t`Text`}
        placeholder={t`What should be known here?`}
        rows={6}
        maxLength={4000}
        value={comment.text}
        onChange={(event) => setCommentText(id, event.target.value)}
        onBlur={endEditGesture}
      />
      <section className="inspector-section">
        <h3 className="section-title">{t`Colour`}</h3>
        <fieldset className="comment-colours" aria-label={t`Colour`}>
          {COMMENT_COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              style={{ '--comment': commentColour(colour) } as CSSProperties} // a variable of our own
              aria-pressed={comment.colour === colour}
              aria-label={colourName(colour)}
              title={colourName(colour)}
              onClick={() => setCommentColour(id, colour)}
            />
          ))}
        </fieldset>
      </section>
      <section className="inspector-section">
        <h3 className="section-title">{t`Size`}</h3>
        <div className="comment-size">
          <label>
            {t`Width`}
            <input
              className="input num"
              type="number"
              min={96}
              max={2000}
              step={10}
              value={comment.size.width}
              onChange={(event) => size({ width: Math.max(96, Number(event.target.value)) })}
            />
          </label>
          <label>
            {t`Height`}
            <input
              className="input num"
              type="number"
              min={40}
              max={2000}
              step={10}
              value={comment.size.height}
              onChange={(event) => size({ height: Math.max(40, Number(event.target.value)) })}
            />
          </label>
        </div>
      </section>
      <section className="inspector-section">
        <h3 className="section-title">{t`Edit`}</h3>
        <div className="button-grid">
          <CommandButton command={duplicate} />
          <CommandButton command={deleteSelected} />
        </div>
      </section>
    </>
  );
}

import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo, useEffect, useRef, useState } from 'react';
import { t } from '#engine/core/text.ts';
import { setCommentText, useFreshComment } from '../documents/commentEdits.ts';
import { resizeComment } from '../documents/resizeThings.ts';
import { endEditGesture } from '../documents/store.ts';
import { commentColour } from './commentColour.ts';
import type { CommentFlowNode } from './flow/flowNode.ts';
import { showsTheSame } from './showsTheSame.ts';

/** A note: plain text on its colour. A double click, or Enter on it, writes in it. */
export const CommentView = memo(function CommentView({ data, selected }: NodeProps<CommentFlowNode>) {
  const { id, comment } = data;
  const [writing, setWriting] = useState(false);
  const asked = useFreshComment((state) => state.id === id);
  const field = useRef<HTMLTextAreaElement>(null);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!asked) return;
    useFreshComment.setState({ id: null });
    setWriting(true);
  }, [asked]);
  useEffect(() => {
    if (!writing) return;
    field.current?.focus();
    field.current?.select();
  }, [writing]);
  const stop = (): void => {
    endEditGesture();
    setWriting(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the node round it takes the keys; Enter on it writes, too
    <div
      ref={element}
      className={`comment ${selected ? 'selected' : ''}`}
      style={{ '--comment': commentColour(comment.colour) } as React.CSSProperties} // a variable of our own
      data-comment={id}
      onDoubleClick={() => setWriting(true)}
    >
      <NodeResizer
        isVisible={selected}
        minWidth={96}
        minHeight={40}
        onResizeEnd={(_event, box) => resizeComment(id, box)}
      />
      {writing ? (
        <textarea
          ref={field}
          className="nodrag nowheel"
          aria-label={t`Text of the comment`}
          maxLength={4000}
          value={comment.text}
          onChange={(event) => setCommentText(id, event.target.value)}
          onBlur={stop}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key !== 'Escape') return;
            stop();
            element.current?.closest<HTMLElement>('.react-flow__node')?.focus();
          }}
        />
      ) : (
        <p>{comment.text === '' ? <i>{t`Empty comment`}</i> : comment.text}</p>
      )}
    </div>
  );
}, showsTheSame);

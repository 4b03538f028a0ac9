import { BaseEdge } from '@xyflow/react';
import { type ComponentProps, createContext, useContext } from 'react';

/** Where a link runs. */
export interface Course {
  /** The `d` of its path. */
  readonly path: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  /** From end to end, in canvas units. */
  readonly span: number;
}

export const LinkCourse = createContext<Course>({ path: '', x: 0, y: 0, span: 0 });

interface LinkLineProps {
  readonly id: string;
  readonly stroke: string;
  readonly width: number;
}

/** The link itself, and the wider stroke by which the pointer meets it. */
export function LinkLine({ id, stroke, width }: LinkLineProps) {
  const { path } = useContext(LinkCourse);
  return <BaseEdge id={id} path={path} interactionWidth={18} style={{ stroke, strokeWidth: width }} />;
}

/** A stroke along the link. */
export function LinkPath(props: Omit<ComponentProps<'path'>, 'd'>) {
  const { path } = useContext(LinkCourse);
  return <path {...props} d={path} />;
}

/** What stands at its middle; nothing where the link is shorter than `least`, and it would lie on what the link joins. */
export function LinkLabel({ className, least = 0, ...props }: ComponentProps<'div'> & { least?: number }) {
  const { x, y, span } = useContext(LinkCourse);
  if (span < least) return null;
  return (
    <div
      {...props}
      className={`link-label ${className ?? ''}`}
      style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
    />
  );
}

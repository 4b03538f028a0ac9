import { BaseEdge, useStore } from '@xyflow/react';
import { type ComponentProps, createContext, useContext } from 'react';
import { clearPoint, pointOf } from './clearPoint.ts';

/** Where a link runs. */
export interface Course {
  /** The `d` of its path. */
  readonly path: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
}

export const LinkCourse = createContext<Course>({ path: '', x: 0, y: 0 });

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

/** On a canvas of more nodes than this a label stands in the middle of its link, wherever that is. */
const MOST_NODES = 150;

interface ClearLabelProps extends ComponentProps<'div'> {
  /** About its size in canvas units. */
  readonly size: { readonly width: number; readonly height: number };
}

/** What stands on the link where no node lies over it, as near to its middle as can be; nothing where there is no such place. */
export function ClearLabel({ className, size, ...props }: ClearLabelProps) {
  const { path } = useContext(LinkCourse);
  const place = useStore(({ nodes, nodeLookup }) => {
    const found =
      nodes.length > MOST_NODES
        ? pointOf(path, 0.5)
        : clearPoint(
            path,
            size,
            nodes
              .filter(({ type, hidden }) => type !== 'frame' && hidden !== true)
              .map(({ id }) => {
                const node = nodeLookup.get(id);
                return {
                  ...(node?.internals.positionAbsolute ?? { x: 0, y: 0 }),
                  width: node?.measured.width ?? 0,
                  height: node?.measured.height ?? 0,
                };
              }),
          );
    return found === null ? '' : `${Math.round(found.x)} ${Math.round(found.y)}`;
  });
  if (place === '') return null;
  const [x, y] = place.split(' ');
  return (
    <div
      {...props}
      className={`link-label ${className ?? ''}`}
      style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
    />
  );
}

/** What stands at its middle. */
export function LinkLabel({ className, ...props }: ComponentProps<'div'>) {
  const { x, y } = useContext(LinkCourse);
  return (
    <div
      {...props}
      className={`link-label ${className ?? ''}`}
      style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
    />
  );
}

import { commentColour } from './commentColour.ts';
import type { FlowNode } from './flow/flowNode.ts';
import { kindColour } from './ports.ts';

/** The colour by which a thing on the canvas is known from afar. */
export function thingColour(node: FlowNode): string {
  switch (node.type) {
    case 'swarm':
      return kindColour(node.data.node.kind);
    case 'card':
      return 'var(--accent)';
    case 'frame':
      return 'color-mix(in srgb, var(--accent) 18%, transparent)';
    case 'comment':
      return commentColour(node.data.comment.colour);
    case 'boundary':
      return 'transparent';
  }
}

import type { LinkParams } from '#engine/document/schema.ts';
import type { FieldSpec } from '#engine/nodes/kind.ts';

/** How the inspector shows what a link does with what passes it. */
export const linkFields: Readonly<Record<keyof LinkParams, FieldSpec>> = {
  strength: {
    label: 'Strength',
    help: 'How strongly the receiver hears this link, next to its others.',
    section: 'Link',
    control: 'number',
  },
  every: {
    label: 'Every',
    help: 'Acts in every k-th round only.',
    section: 'Link',
    control: 'number',
    unit: 'rounds',
  },
  delay: {
    label: 'Delay',
    help: 'Rounds a message is late.',
    section: 'Link',
    control: 'number',
    unit: 'rounds',
    advanced: true,
  },
  loss: {
    label: 'Lost',
    help: 'Probability that a message is lost.',
    section: 'Link',
    control: 'slider',
    advanced: true,
  },
  compression: {
    label: 'Compression',
    help: 'How a message is made smaller on the way.',
    section: 'Link',
    control: 'select',
    options: { none: 'None', '8bit': '8 bit', topk: 'Largest entries' },
    advanced: true,
  },
  trainable: {
    label: 'Learned',
    help: 'Whether the strength is learned.',
    section: 'Link',
    control: 'switch',
    advanced: true,
  },
};

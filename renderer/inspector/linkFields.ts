import { t } from '#engine/core/text.ts';
import type { LinkParams } from '#engine/document/schema.ts';
import type { FieldSpec } from '#engine/nodes/kind.ts';
import { units } from '#engine/nodes/units.ts';

/** How the inspector shows what a link does with what passes it. */
export const linkFields: Readonly<Record<keyof LinkParams, FieldSpec>> = {
  strength: {
    label: t`Strength`,
    help: t`How strongly the receiver hears this link, next to its others.`,
    section: t`Link`,
    control: 'number',
  },
  every: {
    label: t`Every`,
    help: t`Acts in every k-th round only.`,
    section: t`Link`,
    control: 'number',
    unit: units.rounds,
  },
  delay: {
    label: t`Delay`,
    help: t`Rounds a message is late.`,
    section: t`Link`,
    control: 'number',
    unit: units.rounds,
    advanced: true,
  },
  loss: {
    label: t`Lost`,
    help: t`Probability that a message is lost.`,
    section: t`Link`,
    control: 'slider',
    advanced: true,
  },
  compression: {
    label: t`Compression`,
    help: t`How a message is made smaller on the way.`,
    section: t`Link`,
    control: 'select',
    options: { none: t`None`, '8bit': t`8 bit`, topk: t`Largest entries` },
    advanced: true,
  },
  trainable: {
    label: t`Learned`,
    help: t`Whether the strength is learned.`,
    section: t`Link`,
    control: 'switch',
    advanced: true,
  },
};

import { fishMetrics } from './fishMetrics.ts';
import { linkMetrics } from './linkMetrics.ts';
import type { Metric } from './metric.ts';
import { nodeMetrics } from './nodeMetrics.ts';
import { runMetrics } from './runMetrics.ts';
import { swarmMetrics } from './swarmMetrics.ts';

/** Every number a run publishes. Charts, tables and exports read names, units and definitions from here. */
export const METRICS: readonly Metric[] = [
  ...fishMetrics,
  ...swarmMetrics,
  ...linkMetrics,
  ...nodeMetrics,
  ...runMetrics,
];

/** The entry a series of that scope and last part belongs to; undefined where it is not one of ours. */
export function metricOf(scope: Metric['scope'], name: string): Metric | undefined {
  const generic = name.startsWith('f1:')
    ? 'f1:<label>'
    : name
        .replace(/^(weight|part|temperature|trust|reputation|strength)\/.+$/, '$1/<source>')
        .replace(/^exit\/\d+$/, 'exit/<layer>');
  return METRICS.find((metric) => metric.scope === scope && metric.name === generic);
}

/** A label as part of a series name: "/" separates the parts of those. */
export const labelMetric = (label: string): string => `f1:${label.replaceAll('/', '∕')}`;

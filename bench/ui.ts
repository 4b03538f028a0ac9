/**
 * How smoothly large swarms are handled while a run streams into them, beside the same graph of bare nodes, and what a metrics
 * event renders: 200 nodes, then 1,000 nodes and 2,000 links. Then how fast a run of a million metric points opens, and how
 * smoothly its charts zoom. `npm run bench:ui` measures all, `-- NODES`, `-- large` or `-- points [POINTS]` one of them. The
 * page must have been built.
 */
import { cpus, loadavg } from 'node:os';
import { largeSwarm } from '../e2e/largeSwarm.ts';
import { pointsReport } from './ui/pointsReport.ts';
import { manyNodes } from './ui/scene.ts';
import { swarmReport } from './ui/swarmReport.ts';

const MILLION = 1_000_000;

function reportsOf(
  what: string | undefined,
  size: string | undefined,
): readonly (() => Promise<string>)[] | null {
  const nodes = Number(what ?? 200);
  if (what === 'points') return [() => pointsReport(Number(size ?? MILLION))];
  if (what === 'large') return [() => swarmReport(largeSwarm())];
  if (!Number.isInteger(nodes) || nodes < 6 || nodes > 260) return null;
  const few = () => swarmReport(manyNodes(nodes));
  return what === undefined ? [few, () => swarmReport(largeSwarm()), () => pointsReport(MILLION)] : [few];
}

const reports = reportsOf(process.argv[2], process.argv[3]);
if (reports === null) {
  console.error(
    'Say how many nodes, from 6 to 260 (256 fish are the most a swarm has), "large" or "points": npm run bench:ui -- 200',
  );
  process.exit(2);
}
console.log(`${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} logical processors\n`);
for (const report of reports) {
  console.log(`${await report()}\n`);
  console.log(`load of the last minute: ${loadavg()[0]?.toFixed(1)}\n`);
}

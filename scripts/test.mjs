/**
 * `npm test`: sets up what is missing and runs everything: types, lint, reference, unit and conformance, end to end.
 * Ends with `N passed, N failed, N skipped`, where types, lint, reference and texts count as one check each.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { electronBarrier, findElectron, findXvfb, hasDisplay } from './electron.mjs';
import { ensureDependencies, root, runNode, say } from './setup.mjs';

const totals = { passed: 0, failed: 0, skipped: 0 };
const results = join(root, 'test-results');
const started = Date.now();

function heading(title) {
  say(`\n== ${title} (${Math.round((Date.now() - started) / 1000)} s)`);
}

function check(title, args) {
  heading(title);
  const ok = runNode(args).status === 0;
  totals[ok ? 'passed' : 'failed'] += 1;
  if (!ok) say(`${title}: failed`);
}

/** A runner that could not even write its report counts as one failure. */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function unit() {
  heading('unit and conformance tests');
  const report = join(results, 'unit.json');
  const { status } = runNode([
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const found = readReport(report);
  totals.passed += found?.numPassedTests ?? 0;
  totals.failed += found?.numFailedTests ?? 0;
  totals.skipped += (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0);
  if (status !== 0 && (found?.numFailedTests ?? 0) === 0) totals.failed += 1;
  if ((found?.numTotalTests ?? 0) === 0) totals.failed += 1;
}

function endToEnd() {
  heading('end-to-end journeys');
  const chromium = ensureChromium();
  if (chromium === null) {
    say(
      'No Chromium could be found or installed, so the browser journeys could not run. Install Chromium or Chrome,',
    );
    say('or set SHUURAI_CHROMIUM to its path. This counts as a failure, not as a skip.');
    totals.failed += 1;
    return;
  }
  say(`Browser: ${chromium}`);
  build('renderer');
  playwright('e2e/playwright.config.ts', { SHUURAI_CHROMIUM: chromium });
}

/** Runs the journeys of a configuration and adds up what became of them. */
function playwright(config, env, under = []) {
  const report = join(results, `${basename(config, '.config.ts')}.json`);
  const args = [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '-c', config];
  const options = { under, env: { ...env, SHUURAI_E2E_REPORT: report } };
  const { status } = runNode(args, options);
  const stats = readReport(report)?.stats;
  totals.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  totals.failed += stats?.unexpected ?? 0;
  totals.skipped += stats?.skipped ?? 0;
  if (status !== 0 && (stats?.unexpected ?? 0) === 0) totals.failed += 1;
}

/** The same journeys in Electron: where it cannot run, Playwright counts each as skipped, and its configuration says why. */
function desktop() {
  heading('end-to-end journeys in real Electron');
  const xvfb = hasDisplay() ? null : findXvfb();
  const barrier = xvfb !== null && findElectron() !== null ? null : electronBarrier();
  if (barrier === null) build('all');
  playwright(
    'e2e/electron.config.ts',
    {},
    barrier === null && xvfb !== null ? [xvfb, '--auto-servernum'] : [],
  );
}

ensureDependencies();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
check('types', [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', root]);
check('lint and format', [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', root]);
check('generated reference is current', [join(root, 'scripts/reference.ts'), '--check']);
check('texts of the interface are collected', [join(root, 'scripts/texts.ts'), '--check']);
unit();
endToEnd();
desktop();

say(`\ntook ${Math.round((Date.now() - started) / 1000)} s`);
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exit(totals.failed > 0 ? 1 : 0);

// `npm test`: types, lint and format, then every suite in turn, so that a real Neo4j and a real browser never
// compete for the processor. Everything runs even after a failure; the last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = (name) => join('node_modules', '.bin', name);
const checks = [
  ['types', bin('tsc'), ['--noEmit']],
  ['lint', bin('oxlint'), ['--deny-warnings']],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['build', process.execPath, ['scripts/build.mjs']],
];
const suites = ['unit', 'tck', 'store', 'interop', 'e2e'];

let [passed, failed, skipped] = [0, 0, 0];
const failures = [];

for (const [name, command, args] of checks) {
  const ok = heading(name) && spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  if (ok) passed++;
  else {
    failed++;
    failures.push(name);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'entente-test-'));
for (const suite of suites) {
  heading(suite);
  const report = join(folder, `${suite}.json`);
  const args = [
    'run',
    '--project',
    suite,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { status } = spawnSync(bin('vitest'), args, { stdio: 'inherit' });
  const counts = countsOf(report);
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped;
  // A suite that broke outside its tests (setup, import, unhandled error) has failed too.
  if (status !== 0 && counts.failed === 0) failed++;
  if (status !== 0) failures.push(suite);
}
rmSync(folder, { recursive: true, force: true });

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;

function heading(name) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`);
  return true;
}

function countsOf(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

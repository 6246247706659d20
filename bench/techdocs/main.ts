import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printFailure, terminalProgress } from '@atrium/launcher/src/report.ts';
import { describeRun } from '../report/describeRun.ts';
import { isTooSlow, renderComparisons } from './Comparison.ts';
import { compareSites } from './conformance/compareSites.ts';
import { loadEngine } from './engine.ts';
import { compare, timed, timedOnce } from './compareBuilders.ts';
import { findMkdocs } from './mkdocs.ts';
import { changePage, writeSite } from './sampleSite.ts';
import { timeSites } from './timeSites.ts';

const USAGE = [
  'npm run bench -- techdocs [--rounds 5] [--large-rounds 3] [--pages 1000]',
  'npm run bench -- techdocs sites [--site NAME] [--rounds 3] [--home DIR]',
  'npm run bench -- techdocs conformance [--site NAME] [--home DIR]',
].join('\n');

const root = resolve(import.meta.dirname, '..', '..');
// In memory where the system has such a folder: creating 2,000 files and folders
// takes some disks longer than rendering them, and says nothing about either.
const MEMORY_FOLDER = '/dev/shm';
const work = mkdtempSync(
  join(existsSync(MEMORY_FOLDER) ? MEMORY_FOLDER : tmpdir(), 'bench-techdocs-'),
);
async function main(): Promise<number> {
  const [mode, ...args] = process.argv.slice(2);
  if (mode === 'conformance') {
    await compareSites(args);
    return 0;
  }
  if (mode === 'sites') {
    return timeSites(work, args);
  }
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      'large-rounds': { type: 'string', default: '3' },
      pages: { type: 'string', default: '1000' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const rounds = Number(values.rounds);
  const largeRounds = Number(values['large-rounds']);
  const pageCount = Number(values.pages);
  const progress = terminalProgress();
  const mkdocs = await findMkdocs();
  const small = join(work, 'small');
  const large = join(work, 'large');
  writeSite(small, 1);
  writeSite(large, pageCount);

  const createEngine = await loadEngine();
  const engine = createEngine();
  // A backend that builds one site after the other has it running.
  const startProcess = async () => {
    await timed(work, engine, small);
    engine.forget();
  };
  let round = 0;
  const comparisons = [
    await progress.step(`1 page after a start, ${rounds} rounds`, () =>
      compare(
        { name: '1 page, first build', pageCount: 1, minimumRatio: undefined },
        {
          rounds,
          engine: () => timedOnce(work, createEngine(), small),
          mkdocs: () => timed(work, mkdocs, small),
        },
      ),
    ),
    await progress.step(`1 page, ${rounds} rounds`, () =>
      compare(
        { name: '1 page', pageCount: 1, minimumRatio: 10 },
        {
          rounds,
          engine: async () => {
            await startProcess();
            return timed(work, engine, small);
          },
          mkdocs: () => timed(work, mkdocs, small),
        },
      ),
    ),
    await progress.step(`${pageCount} pages, ${largeRounds} rounds`, () =>
      compare(
        { name: `${pageCount} pages`, pageCount, minimumRatio: 10 },
        {
          rounds: largeRounds,
          engine: async () => {
            await startProcess();
            return timed(work, engine, large);
          },
          mkdocs: () => timed(work, mkdocs, large),
        },
      ),
    ),
    await progress.step(`1 page of ${pageCount} changed`, () =>
      compare(
        {
          name: `${pageCount} pages, one changed`,
          pageCount,
          minimumRatio: 100,
          maximumSeconds: 0.2,
        },
        {
          rounds: largeRounds,
          engine: async () => {
            await timed(work, engine, large);
            round += 1;
            changePage(large, { round, pageCount });
            return timed(work, engine, large);
          },
          mkdocs: () => timed(work, mkdocs, large),
        },
      ),
    ),
  ];
  process.stdout.write(
    `\ntechdocs · ${await describeRun(root)} · mkdocs ${
      mkdocs.version
    } with the material theme\n\n${renderComparisons(comparisons)}\n`,
  );
  return comparisons.some(isTooSlow) ? 1 : 0;
}

main()
  .then(exitCode => {
    process.exitCode = exitCode;
  })
  .catch(error => {
    printFailure(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(work, { recursive: true, force: true }));

import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { terminalProgress } from '@atrium/launcher/src/report.ts';
import { describeRun } from '../report/describeRun.ts';
import { compare, timed, timedOnce } from './compareBuilders.ts';
import type { Comparison } from './Comparison.ts';
import { isTooSlow, renderComparisons } from './Comparison.ts';
import { fetchSite } from './conformance/fetchSite.ts';
import { prepareSite } from './conformance/prepareSite.ts';
import { sites } from './conformance/sites.ts';
import { loadEngine } from './engine.ts';
import { findMkdocs } from './mkdocs.ts';
import { writeSite } from './sampleSite.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** What real sites have to be built faster by, with new processes on both sides. */
const MINIMUM_RATIO = 4;

/**
 * Times real sites, each round with a process that has just started and nothing kept.
 *
 * @returns the exit code: 1 when a site is too slow
 */
export async function timeSites(work: string, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      site: { type: 'string', multiple: true },
      rounds: { type: 'string', default: '3' },
      home: { type: 'string', default: join(root, '.atrium/bench/techdocs') },
    },
  });
  const progress = terminalProgress();
  const mkdocs = await findMkdocs();
  const createEngine = await loadEngine();
  // Leaves what V8 compiles, as the first start of a portal does.
  const first = join(work, 'first');
  writeSite(first, 1);
  await timedOnce(work, createEngine(), first);
  const comparisons: Comparison[] = [];
  for (const site of sites) {
    if (values.site?.includes(site.name) ?? true) {
      const source = await fetchSite(site, join(values.home, 'sources'));
      const repository = join(work, site.name);
      const { docsDir } = prepareSite(site, source, repository);
      const pageCount = readdirSync(join(repository, docsDir), {
        recursive: true,
      }).filter(name => String(name).endsWith('.md')).length;
      comparisons.push(
        await progress.step(`${site.name}, ${values.rounds} rounds`, () =>
          compare(
            { name: site.name, pageCount, minimumRatio: MINIMUM_RATIO },
            {
              rounds: Number(values.rounds),
              engine: () => timedOnce(work, createEngine(), repository),
              mkdocs: () => timed(work, mkdocs, repository),
            },
          ),
        ),
      );
    }
  }
  process.stdout.write(
    `\ntechdocs · ${await describeRun(root)} · mkdocs ${
      mkdocs.version
    } with the material theme\n\n${renderComparisons(comparisons)}\n`,
  );
  return comparisons.some(isTooSlow) ? 1 : 0;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import type { FaultsWorld } from './FaultsWorld.ts';
import { startAndDie } from './startAndDie.ts';
import { editionMark, portalFiles } from './portalFiles.ts';
import type { Replica } from './Replica.ts';

/** Before a site is copied, before it takes its place, and after that. */
export const DOCS_POINTS = [
  ['docs.build.1'],
  ['docs.build.2'],
  ['docs.build.3'],
];

/** Where a site could be a mixture of two. */
export const QUICK_DOCS_POINTS = [['docs.build.2']];

/**
 * Kills a backend while it publishes a new edition of a documentation site. What
 * is there then is one edition as a whole, and the new one after a restart.
 */
export async function killDocs(
  world: FaultsWorld,
  { points, run }: { points: string[][]; run: BenchRun },
): Promise<void> {
  const problems: string[] = [];
  await run.progress.step('First edition of the docs', async () => {
    const replica = world.startReplica(world.ports.replicas[0]);
    await replica.waitUntilReady();
    await build(world, replica);
    await replica.stop('SIGKILL');
    problems.push(...(await findMixtures(world, [1])));
  });
  for (const [index, point] of points.flat().entries()) {
    const edition = index + 2;
    await run.progress.step(`Killed at ${point}`, async () => {
      world.git.commit(portalFiles(edition));
      await startAndDie(world, {
        point,
        work: replica => build(world, replica),
      });
      const left = await findMixtures(world, [edition - 1, edition]);
      const replica = world.startReplica(world.ports.replicas[0]);
      await replica.waitUntilReady();
      await build(world, replica);
      await replica.stop('SIGKILL');
      const found = [...left, ...(await findMixtures(world, [edition]))];
      problems.push(...found.map(problem => `${point}: ${problem}`));
    });
  }
  run.results.push({
    name: 'sites that were a mixture, or not the new one',
    value: problems.length,
    unit: '',
    limit: { kind: 'at most', value: 0 },
  });
  run.remarks.push(...problems);
}

/** Has the site built as a reader does, and waits for that. */
async function build(
  { headers }: FaultsWorld,
  { url }: Replica,
): Promise<void> {
  const answer = await fetch(
    `${url}/api/techdocs/sync/default/component/payments`,
    { headers },
  );
  await answer.text();
}

/** Says what is wrong with the pages that are published. */
async function findMixtures(
  { publishedDocs }: FaultsWorld,
  editions: number[],
): Promise<string[]> {
  const site = join(publishedDocs, 'default', 'component', 'payments');
  const names = (await readdir(site)).sort();
  const pages = await Promise.all(
    names
      .filter(name => name === 'index.html' || name.startsWith('page-'))
      .map(name =>
        readFile(
          name.endsWith('.html')
            ? join(site, name)
            : join(site, name, 'index.html'),
          'utf8',
        ),
      ),
  );
  const expected = portalFiles(1).size - 3;
  const isWhole = editions.some(
    edition =>
      pages.length === expected &&
      pages.every(page => page.includes(editionMark(edition))),
  );
  return isWhole
    ? []
    : [`the site has ${pages.length} pages of more than one edition`];
}

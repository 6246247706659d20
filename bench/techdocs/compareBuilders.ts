import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alternate } from '../portals/alternate.ts';
import type { Builder } from './Builder.ts';
import type { Comparison, Timing } from './Comparison.ts';
import type { Engine } from './engine.ts';
import { processorSeconds } from './processorTime.ts';

let buildCount = 0;

/**
 * What a builder takes for a site. As TechDocs does it, each build gets
 * the repository in a fresh folder and writes to another.
 */
export async function timed(
  work: string,
  builder: Builder,
  repository: string,
): Promise<Timing> {
  buildCount += 1;
  const inputDir = join(work, `input-${buildCount}`);
  const outputDir = join(work, `output-${buildCount}`);
  cpSync(repository, inputDir, { recursive: true });
  const before = processorSeconds();
  const started = performance.now();
  await builder.build(inputDir, outputDir);
  const timing = {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: processorSeconds() - before,
  };
  rmSync(inputDir, { recursive: true });
  rmSync(outputDir, { recursive: true });
  return timing;
}

/** What an engine takes for its first site, with a process that it starts for it. */
export async function timedOnce(
  work: string,
  engine: Engine,
  repository: string,
): Promise<Timing> {
  try {
    return await timed(work, engine, repository);
  } finally {
    await engine.close();
  }
}

interface CompareOptions {
  rounds: number;
  engine: () => Promise<Timing>;
  mkdocs: () => Promise<Timing>;
}

/** Takes both in turns, so that a busy moment hits neither alone. */
export async function compare(
  comparison: Pick<
    Comparison,
    'name' | 'pageCount' | 'minimumRatio' | 'maximumSeconds'
  >,
  { rounds, ...run }: CompareOptions,
): Promise<Comparison> {
  const result: Comparison = { ...comparison, engine: [], mkdocs: [] };
  await alternate(rounds, [
    async () => void result.engine.push(await run.engine()),
    async () => void result.mkdocs.push(await run.mkdocs()),
  ]);
  return result;
}

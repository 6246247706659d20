import { type CsvCell, type Page, toCsv } from '@atrium/common';
import type { Deployment, Run } from '@atrium/plugin-delivery-common';

/** What a spreadsheet still takes with ease. */
const MAX_ROWS = 100_000;

/** The columns of an export: their headings, and what they hold of an item. */
type CsvColumns<T> = Record<string, (item: T) => CsvCell>;

/** Pipeline runs. */
export const runCsv: CsvColumns<Run> = {
  Component: run => run.entityRef,
  Pipeline: run => run.pipeline,
  Status: run => run.status,
  Outcome: run => run.outcome,
  Branch: run => run.branch,
  Commit: run => run.commit,
  Trigger: run => run.trigger,
  Actor: run => run.actor,
  Queued: run => run.queuedAt,
  Started: run => run.startedAt,
  Finished: run => run.finishedAt,
  'Duration in seconds': run => run.durationSeconds,
  Errors: run => run.errors,
  URL: run => run.url,
};

/** Deployments. */
export const deploymentCsv: CsvColumns<Deployment> = {
  Component: deployment => deployment.entityRef,
  Environment: deployment => deployment.environment,
  Tier: deployment => deployment.tier,
  Kind: deployment => deployment.kind,
  Version: deployment => deployment.version,
  Artifact: deployment => deployment.artifactId,
  Commit: deployment => deployment.commit,
  At: deployment => deployment.at,
  Actor: deployment => deployment.actor,
  Cause: deployment => deployment.cause,
  URL: deployment => deployment.url,
};

/** A list as CSV with its headings, page by page, up to 100,000 rows. */
export async function* writeCsv<T>(
  columns: CsvColumns<T>,
  readPage: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<string> {
  const cells = Object.values(columns);
  yield toCsv([Object.keys(columns)]);
  let cursor: string | undefined;
  let count = 0;
  do {
    const { items, nextCursor } = await readPage(cursor);
    yield toCsv(items.map(item => cells.map(read => read(item))));
    count += items.length;
    cursor = nextCursor;
  } while (cursor && count < MAX_ROWS);
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SloBenchOptions } from '../parseArguments.ts';

const DAY_MS = 86_400_000;

/** What decides on the content of a filled database. */
export interface FillMark {
  slos: number;
  days: number;
  /** The digest of the schema and of what fills it. */
  source: string;
}

/** Works out what a database has to be marked with to be of use. */
export async function describeFill(
  { slos, days }: Pick<SloBenchOptions, 'slos' | 'days'>,
  root: string,
): Promise<FillMark> {
  const migrations = join(root, 'plugins/slo-backend/migrations');
  const files = [
    ...(await readdir(migrations)).sort().map(name => join(migrations, name)),
    join(import.meta.dirname, 'traffic.ts'),
    join(import.meta.dirname, 'fillCounts.ts'),
  ];
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(await readFile(file));
  }
  return { slos, days, source: hash.digest('hex').slice(0, 12) };
}

/** Writes the mark of a database that is filled now. */
export function renderMark(fill: FillMark, now: Date): string {
  return `${textOf(fill)} at ${now.toISOString()}`;
}

/** Whether a marked database does. After a day too much would be missing. */
export function fitsMark(mark: string, fill: FillMark, now: Date): boolean {
  const [text, time] = mark.split(' at ');
  return (
    text === textOf(fill) && now.getTime() - new Date(time).getTime() < DAY_MS
  );
}

function textOf({ slos, days, source }: FillMark): string {
  return `${slos} SLOs, ${days} days, source ${source}`;
}

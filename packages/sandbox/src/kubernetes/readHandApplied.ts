import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ManifestFile } from '../manifests.ts';
import { fixturePath } from '../readFixture.ts';

/** Stands for the repository of what comes from none. */
export const handApplied = 'kubectl';

const folder = fixturePath('kubernetes/handApplied');

/**
 * What runs in production beside the repositories, as if people had applied it
 * from their own machines: nobody's, forgotten or out of date.
 */
export async function readHandApplied(): Promise<ManifestFile[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async name => ({
      repository: handApplied,
      path: name,
      content: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
}

import { createHash } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { hasPlentyOfMemory } from './hasPlentyOfMemory.ts';

/** A folder in memory, on systems that have one. */
const MEMORY_FOLDER = '/dev/shm';

/** Tests have some 300 MB of databases at a time. */
const NEEDED_MEGABYTES = 2_048;

/**
 * Where the databases of tests are: in memory where there is plenty. They come and go by
 * the thousand, of 300 files each, which takes some file systems as long as the tests.
 *
 * @param home - the folder that the data belongs to, and is in where memory is short
 * @returns the same folder each time, so that a run can clear up after one that was killed
 */
export async function findTestDataFolder(home: string): Promise<string> {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 16);
  return hasPlentyOfMemory() &&
    (await freeMegabytes(MEMORY_FOLDER)) >= NEEDED_MEGABYTES
    ? join(MEMORY_FOLDER, `atrium-test-${name}`)
    : join(home, 'postgres');
}

/** Containers may have such a folder of 64 MB, and other systems none. */
async function freeMegabytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return (bavail * bsize) / 1024 ** 2;
  } catch {
    return 0;
  }
}

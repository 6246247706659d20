import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'atrium-cost-';
/** No import takes that long. */
const LEFT_BEHIND_MS = 24 * 3_600_000;

/** A folder for what is worked on. */
export async function createWorkFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), PREFIX));
}

/** Removes a folder of {@link createWorkFolder} with all that is in it. */
export async function removeWorkFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/**
 * Removes what replicas on this machine left behind that were killed. What is gone
 * meanwhile or belongs to somebody else is passed over.
 */
export async function removeLeftFolders(): Promise<void> {
  const before = Date.now() - LEFT_BEHIND_MS;
  const names = await readdir(tmpdir());
  await Promise.allSettled(
    names
      .filter(name => name.startsWith(PREFIX))
      .map(async name => {
        const folder = join(tmpdir(), name);
        if ((await stat(folder)).mtimeMs < before) {
          await removeWorkFolder(folder);
        }
      }),
  );
}

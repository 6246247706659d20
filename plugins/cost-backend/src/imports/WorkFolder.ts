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
 *
 * @remarks How old a folder is, is told by one that is made now and not by the clock of
 * the process: one that is ahead would take away what others work on.
 */
export async function removeLeftFolders(): Promise<void> {
  const made = await createWorkFolder();
  const before = (await stat(made)).mtimeMs - LEFT_BEHIND_MS;
  await removeWorkFolder(made);
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

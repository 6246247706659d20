import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const KEPT_MS = 30 * 86_400_000;

/**
 * Removes the files below a folder that nobody read or wrote for 30 days. Where a
 * disk does not keep when a file was read, they go 30 days after they were written:
 * only what can be made again may lie there.
 *
 * @param now - in milliseconds
 */
export async function removeUnused(folder: string, now: number): Promise<void> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of entries) {
    if (entry.isFile()) {
      const file = join(entry.parentPath, entry.name);
      const { atimeMs, mtimeMs } = await stat(file);
      if (now - Math.max(atimeMs, mtimeMs) > KEPT_MS) {
        await rm(file, { force: true });
      }
    }
  }
}

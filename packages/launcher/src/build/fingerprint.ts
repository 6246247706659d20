import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SKIPPED_FOLDERS = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'e2e-tests',
  '__fixtures__',
  '__testUtils__',
]);
const SKIPPED_FILES = /\.(test|stories)\.[jt]sx?$|\.md$|^setupTests\./;

/**
 * A hash over the content of files and folders that a build is made from. One
 * that is missing counts as empty: the build will say what it misses.
 */
export async function fingerprint(
  root: string,
  paths: string[],
): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    await addPath(hash, root, path);
  }
  return hash.digest('hex');
}

async function addPath(hash: Hash, root: string, path: string): Promise<void> {
  const entries = await readdir(join(root, path), {
    withFileTypes: true,
  }).catch(error => {
    if (error.code === 'ENOTDIR') {
      return undefined;
    }
    if (error.code === 'ENOENT') {
      return [];
    }
    throw error;
  });
  if (!entries) {
    hash.update(`${path}\0`);
    hash.update(await readFile(join(root, path)));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) {
      await addPath(hash, root, join(path, entry.name));
    } else if (entry.isFile() && !SKIPPED_FILES.test(entry.name)) {
      await addPath(hash, root, join(path, entry.name));
    }
  }
}

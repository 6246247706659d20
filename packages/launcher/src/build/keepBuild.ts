import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { withBuildLock } from './withBuildLock.ts';

/** How many builds are kept; more only while they are in use. */
const KEPT_BUILDS = 4;

/** How often a process says that it uses its builds. */
const USE_MS = 60_000;

/** Whoever did not say so for longer has ended. */
const UNUSED_MS = 5 * USE_MS;

/** The builds of this process. */
const used = new Set<string>();

export interface KeepBuildOptions {
  /** What is built, which names the folder below `.atrium/build`. */
  name: string;
  /** The fingerprint of what it is made from. */
  key: string;
  /** A file without which a build is none, relative to its folder. */
  mainFile: string;
  /** Builds into a folder that is there and empty. */
  build(folder: string): Promise<void>;
}

export interface KeptBuild {
  /** No later build changes it. */
  folder: string;
  /** Whether it had to be built. */
  isNew: boolean;
}

/**
 * Builds something unless there is a build of exactly these sources. A build gets
 * its name when it is whole, so that neither a killed launcher nor the next build
 * can take anything away from a portal that uses it. It counts as used until this
 * process ends.
 */
export async function keepBuild(
  root: string,
  { name, key, mainFile, build }: KeepBuildOptions,
): Promise<KeptBuild> {
  const builds = join(root, '.atrium', 'build', name);
  const folder = join(builds, key);
  const isComplete = () => existsSync(join(folder, mainFile));
  const isNew =
    !isComplete() &&
    (await withBuildLock(root, async () => {
      if (isComplete()) {
        return false;
      }
      const incoming = `${folder}.incoming`;
      await rm(incoming, { recursive: true, force: true });
      await mkdir(incoming, { recursive: true });
      await build(incoming);
      await rm(folder, { recursive: true, force: true });
      await rename(incoming, folder);
      return true;
    }));
  // A checkout that nobody may write to, or another launcher that does the
  // same, is no reason not to start.
  await sayUsed(folder)
    .then(() => removeOldBuilds(builds))
    .catch(() => {});
  if (!used.has(folder)) {
    used.add(folder);
    setInterval(() => void sayUsed(folder).catch(() => {}), USE_MS).unref();
  }
  return { folder, isNew };
}

/** A portal loads files of its build for as long as it runs. */
async function sayUsed(folder: string): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now);
}

async function removeOldBuilds(builds: string): Promise<void> {
  const unusedSince = Date.now() - UNUSED_MS;
  const names = await readdir(builds);
  const ages = await Promise.all(
    names
      .filter(name => !name.endsWith('.incoming'))
      .map(async name => {
        const path = join(builds, name);
        return { path, usedAt: (await stat(path)).mtimeMs };
      }),
  );
  ages.sort((a, b) => b.usedAt - a.usedAt);
  for (const { path, usedAt } of ages.slice(KEPT_BUILDS)) {
    if (usedAt < unusedSince) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

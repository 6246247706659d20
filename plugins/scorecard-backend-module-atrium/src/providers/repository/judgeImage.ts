import { valuesOf } from '../../facts/describeProvider';
import type { EntityPlace, JudgedPart } from './EntityPlace';
import { findRuntimes, RUNTIME_FILES } from './findRuntimes';
import { judgeDockerfile } from './judgeDockerfile';
import { judgeRuntimes } from './judgeRuntimes';
import { repositoryDescription } from './repositoryDescription';
import type { RepositorySnapshot } from './RepositorySnapshot';

const DOCKERFILES = ['Dockerfile', 'Containerfile'];

/** How the image of an entity is made, and for which runtimes. */
export async function judgeImage(
  snapshot: RepositorySnapshot,
  { folder }: EntityPlace,
): Promise<JudgedPart> {
  const file = snapshot.findBeside(folder, DOCKERFILES);
  const content = await snapshot.read(file);
  const verdict = content === undefined ? undefined : judgeDockerfile(content);
  const versionFiles = await readRuntimeFiles(snapshot, folder);
  const runtimes = findRuntimes(
    file && verdict && { path: file.path, baseImages: verdict.baseImages },
    versionFiles,
  );
  const url = snapshot.urlOf(file);
  const runtimeUrl = snapshot.urlOf(runtimes[0]);
  const values = valuesOf(repositoryDescription, {
    hasDockerfile: snapshot.tellPresence(file),
    dockerfileNonRoot: verdict?.runsAsNonRoot,
    dockerfileBasePinned: verdict?.isBasePinned,
    dockerfileBaseByDigest: verdict?.isBaseByDigest,
    dockerfileAddsUrls: verdict?.addsUrls,
    dockerfileHasHealthcheck: verdict?.hasHealthcheck,
    baseImages: verdict?.baseImages,
    ...judgeRuntimes(runtimes),
  });
  return {
    values,
    urls: Object.fromEntries(
      Object.keys(values).map(name => [
        name,
        /runtime/i.test(name) ? runtimeUrl : url,
      ]),
    ),
  };
}

async function readRuntimeFiles(snapshot: RepositorySnapshot, folder: string) {
  const found = RUNTIME_FILES.flatMap(
    name => snapshot.findBeside(folder, [name]) ?? [],
  );
  return Promise.all(
    found.map(async file => ({
      path: file.path,
      content: (await snapshot.read(file)) ?? '',
    })),
  );
}

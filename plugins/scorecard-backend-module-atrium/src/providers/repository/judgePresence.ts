import { isRecord } from '@atrium/common';
import { valuesOf } from '../../facts/describeProvider';
import type { EntityPlace, JudgedPart } from './EntityPlace';
import { LICENSE, LOCKFILES, README, SECURITY_POLICY } from './layout';
import { repositoryDescription } from './repositoryDescription';
import type { RepositorySnapshot } from './RepositorySnapshot';

/** Which of the files are there that every repository should have. */
export async function judgePresence(
  snapshot: RepositorySnapshot,
  { folder }: EntityPlace,
): Promise<JudgedPart> {
  const readme = snapshot.findBeside(folder, README);
  const license = snapshot.findBeside(folder, LICENSE);
  const policy =
    snapshot.find(SECURITY_POLICY) ??
    snapshot.findBeside(folder, ['security.md']);
  const manifests = await findManifests(snapshot, folder);
  const isLocked = manifests.every(({ name, path }) => {
    const own = path.split('/').slice(0, -1).join('/');
    // Workspaces keep one lockfile at their root.
    return snapshot.findBeside(own, LOCKFILES[name]) !== undefined;
  });
  return {
    values: valuesOf(repositoryDescription, {
      hasReadme: snapshot.tellPresence(readme && readme.sizeBytes !== 0),
      hasLicense: snapshot.tellPresence(license),
      hasSecurityPolicy: snapshot.tellPresence(policy),
      hasLockfile:
        manifests.length > 0 ? snapshot.tellPresence(isLocked) : undefined,
      branchProtected: snapshot.isProtected,
      commit: snapshot.commit,
    }),
    urls: {
      hasReadme: snapshot.urlOf(readme),
      hasLicense: snapshot.urlOf(license),
      hasSecurityPolicy: snapshot.urlOf(policy),
      hasLockfile: snapshot.urlOf(manifests[0]),
    },
  };
}

/** The files that name dependencies which a lockfile could fix. */
async function findManifests(snapshot: RepositorySnapshot, folder: string) {
  const manifests = await Promise.all(
    Object.keys(LOCKFILES).map(async name => {
      const file = snapshot.findBeside(folder, [name]);
      const content = await snapshot.read(file);
      return file && hasDependencies(name, content ?? '')
        ? { name, path: file.path }
        : undefined;
    }),
  );
  return manifests.filter(manifest => manifest !== undefined);
}

/** Without any, the tools of a language write no lockfile. */
function hasDependencies(name: string, content: string): boolean {
  switch (name) {
    case 'go.mod':
      return /^\s*require\b/m.test(content);
    case 'package.json':
      return namesPackages(content);
    case 'pyproject.toml':
      return /dependencies/.test(content);
    default:
      return true;
  }
}

function namesPackages(content: string): boolean {
  try {
    const manifest: unknown = JSON.parse(content);
    return (
      isRecord(manifest) &&
      [manifest.dependencies, manifest.devDependencies].some(
        group => isRecord(group) && Object.keys(group).length > 0,
      )
    );
  } catch {
    return false;
  }
}

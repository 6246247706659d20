import { CI_FILES, WORKFLOW_FOLDERS } from '@atrium/git-hosts';
import { valuesOf } from '../../facts/describeProvider';
import type { JudgedPart } from './EntityPlace';
import { findActions } from './findActions';
import { repositoryDescription } from './repositoryDescription';
import type { RepositorySnapshot } from './RepositorySnapshot';

const MAX_WORKFLOWS = 20;

/** What builds a repository, and what that is made of. */
export async function judgePipelines(
  snapshot: RepositorySnapshot,
): Promise<JudgedPart> {
  const workflows = WORKFLOW_FOLDERS[snapshot.address.type]
    .flatMap(folder => snapshot.listFolder(folder))
    .filter(path => /\.ya?ml$/.test(path));
  const others = Object.entries(CI_FILES).flatMap(([system, names]) => {
    const file = snapshot.find(names);
    return file ? [{ system, path: file.path }] : [];
  });
  const read = await Promise.all(
    workflows.slice(0, MAX_WORKFLOWS).map(async path => {
      const content = await snapshot.read({ path, sizeBytes: undefined });
      const found = content === undefined ? undefined : findActions(content);
      return { path, found };
    }),
  );
  const unpinned = read.flatMap(({ found }) => found?.unpinned ?? []);
  const isAllRead =
    workflows.length === read.length && read.every(({ found }) => found);
  const first = workflows[0] ?? others[0]?.path;
  const worst =
    read.find(({ found }) => found && found.unpinned.length > 0)?.path ??
    workflows[0];
  return {
    values: valuesOf(repositoryDescription, {
      hasCi: snapshot.tellPresence(first),
      ciSystems: [
        ...(workflows.length > 0 ? ['actions'] : []),
        ...others.map(({ system }) => system),
      ],
      actionsPinned: tellPinned(unpinned, workflows.length > 0 && isAllRead),
      unpinnedActions:
        workflows.length > 0 ? [...new Set(unpinned)].sort() : undefined,
    }),
    urls: {
      hasCi: snapshot.urlOf(first ? { path: first } : undefined),
      actionsPinned: snapshot.urlOf(worst ? { path: worst } : undefined),
      unpinnedActions: snapshot.urlOf(worst ? { path: worst } : undefined),
    },
  };
}

/** One that is not pinned is enough to know; that all are, takes all of them. */
function tellPinned(
  unpinned: string[],
  isAllRead: boolean,
): boolean | undefined {
  if (unpinned.length > 0) {
    return false;
  }
  return isAllRead ? true : undefined;
}

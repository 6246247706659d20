import { parseAllDocuments } from 'yaml';
import type { GitUser } from './GitUsers.ts';
import type { Repository } from './Repository.ts';

/** What Gitea calls the rights of an account on a repository. */
export type Permission = 'admin' | 'write' | 'read';

const maxBytes = 1024 * 1024;

/**
 * Members of the team that owns a repository write to it. One without
 * `catalog-info.yaml` is open to everybody in the organisation.
 */
export async function findPermission(
  repository: Repository,
  user: GitUser,
): Promise<Permission> {
  if (user.isAdmin) {
    return 'admin';
  }
  const owners = await readOwners(repository);
  return !owners || owners.includes(user.group) ? 'write' : 'read';
}

/** The teams that the entities of `catalog-info.yaml` name. */
async function readOwners(
  repository: Repository,
): Promise<unknown[] | undefined> {
  const commit = await repository.resolveCommit(undefined);
  const file =
    commit && (await repository.findEntry(commit, 'catalog-info.yaml'));
  if (!file || file.type !== 'file') {
    return undefined;
  }
  const text = await repository.readBlob(file.oid, { maxBytes });
  return parseAllDocuments(text.toString('utf8'))
    .map(document => document.getIn?.(['spec', 'owner']))
    .filter(owner => typeof owner === 'string')
    .map(owner => owner.replace(/^.*[:/]/, ''));
}

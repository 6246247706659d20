import {
  commitUrl,
  toCommitPerson,
  toRepository,
  toUser,
} from './giteaTypes.ts';
import type { GitHostContext } from './GitHostContext.ts';
import { portalUserName } from './GitUsers.ts';
import type { FileStatus } from './Repository.ts';
import type { RepositoryChange } from './RepositoryStore.ts';

const maxCommits = 50;
const zeroId = '0'.repeat(40);

/**
 * Describes a moved branch or tag in the words of Gitea's push event.
 *
 * @remarks
 * Undefined for a deletion, which Gitea does not report as a push.
 */
export async function buildPushPayload(
  context: GitHostContext,
  change: RepositoryChange,
) {
  const { repository, ref, before, after, knownCommits, userName } = change;
  if (!ref || !after) {
    return undefined;
  }
  const { config, users } = context;
  const head = (await repository.resolveCommit(after)) ?? after;
  const commits = await repository.log(head, {
    limit: maxCommits,
    exclude: before ? [before] : knownCommits,
  });
  const changedFiles = await repository.listChangedFiles(
    commits.map(commit => commit.sha),
  );
  const items = commits.map(commit => {
    const files = changedFiles.get(commit.sha) ?? [];
    const pathsOf = (status: FileStatus['status']) =>
      files.filter(file => file.status === status).map(file => file.path);
    return {
      id: commit.sha,
      message: commit.message,
      url: commitUrl(config, repository, commit.sha),
      author: toCommitPerson(commit.author),
      committer: toCommitPerson(commit.committer),
      verification: null,
      timestamp: commit.committer.date,
      added: pathsOf('added'),
      removed: pathsOf('removed'),
      modified: pathsOf('modified'),
    };
  });
  const user = users.get(userName) ?? users.get(portalUserName);
  const sender = user && toUser(config, user);
  return {
    ref,
    before: before ?? zeroId,
    after,
    compare_url: before
      ? `${config.gitUrl}/${repository.fullName}/commit/${head}`
      : '',
    commits: items,
    total_commits: items.length,
    head_commit: items[0] ?? null,
    repository: toRepository(context, repository),
    pusher: sender,
    sender,
  };
}

import {
  commonMessages,
  type MessageDescriptor,
  MessageWriter,
} from '@atrium/common';
import {
  isPipelinePath,
  type RepositoryAddress,
  type RepositoryChange,
  type RepositoryFiles,
  type RepositoryHandover,
  type RepositoryPermissions,
} from '@atrium/git-hosts';
import type { UserEntity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';

const words = new MessageWriter(commonMessages);

/** Annotations of a user that name their account, by the type of the host. */
const LOGIN_ANNOTATIONS: Partial<Record<string, string>> = {
  gitea: 'atrium.dev/gitea-login',
  // Set by the stock provider of organisations.
  github: 'github.com/user-login',
};

/**
 * The annotation of a user that names their account on a kind of host.
 *
 * @param type - of the integration: `gitea`
 */
export function loginAnnotationOf(type: string): string | undefined {
  return LOGIN_ANNOTATIONS[type];
}

/** Where a change goes to. */
export interface ChangedRepository extends RepositoryAddress {
  client: Pick<RepositoryFiles, 'getInfo' | 'handOver'> & RepositoryPermissions;
}

/** A change, and the person who made it in the portal. */
export interface UserChange {
  change: Omit<RepositoryChange, 'author' | 'branch'>;
  user: UserEntity | undefined;
}

/**
 * Hands a change over in the name of a person, with the rights of the portal.
 *
 * @remarks A pull request can be refused by those who maintain the repository,
 * unless its files are run as soon as they are pushed. A commit cannot be refused
 * at all. So these are made only where the host says that the person may write
 * themselves.
 *
 * @throws NotAllowedError when the repository takes no pull requests, or a file is
 * run by a push, and the person may not write to it, and what `handOver` throws.
 */
export async function handOverForUser(
  repository: ChangedRepository,
  { change, user }: UserChange,
): Promise<RepositoryHandover> {
  const { client, branch } = repository;
  const { handover } = await client.getInfo();
  const pipeline = change.files.find(({ path }) => isPipelinePath(path));
  if (handover === 'commit') {
    await requireWriteAccess(repository, {
      user,
      refuse: target => words.describe('common.write.refused', target),
    });
  } else if (pipeline) {
    await requireWriteAccess(repository, {
      user,
      refuse: target =>
        words.describe('common.write.refusedPipeline', {
          ...target,
          path: pipeline.path,
        }),
    });
  }
  return client.handOver({ ...change, branch, author: authorOf(user) });
}

interface RequireWriteAccessOptions {
  user: UserEntity | undefined;
  /** The sentence for a person who may not. */
  refuse(target: {
    repository: string;
    host: string;
    problem: MessageDescriptor;
  }): MessageDescriptor;
}

async function requireWriteAccess(
  repository: ChangedRepository,
  { user, refuse }: RequireWriteAccessOptions,
): Promise<void> {
  const problem = await findWriteProblem(repository, user);
  if (problem) {
    const { host, owner, name } = repository;
    throw words.error(
      NotAllowedError,
      refuse({ repository: `${owner}/${name}`, host, problem }),
    );
  }
}

/**
 * Why a person may not write to a repository, as its host says, to stand within a
 * sentence; nothing when they may.
 */
export async function findWriteProblem(
  { client, type }: ChangedRepository,
  user: UserEntity | undefined,
): Promise<MessageDescriptor | undefined> {
  const annotation = loginAnnotationOf(type);
  const login = annotation && user?.metadata.annotations?.[annotation];
  if (login && (await client.getPermission(login)) === 'write') {
    return undefined;
  }
  return login
    ? words.describe('common.write.noRight', { login })
    : words.describe('common.write.noAccount', {
        annotation: String(annotation),
      });
}

/** Pushed with the rights of the portal, but made by a person. */
function authorOf(user: UserEntity | undefined) {
  const { displayName, email } = user?.spec.profile ?? {};
  return email ? { name: displayName ?? email, email } : undefined;
}

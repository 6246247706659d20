import type { Request, Router } from 'express';
import type { GitHostContext } from '../GitHostContext.ts';
import { findPermission } from '../findPermission.ts';
import { toRepository, toUser } from '../giteaTypes.ts';
import type { GitUser } from '../GitUsers.ts';
import { HttpError } from '../HttpError.ts';
import { importCommits } from '../importCommits.ts';
import type { Repository } from '../Repository.ts';
import { RepositoryExistsError } from '../RepositoryStore.ts';
import {
  findRepositoryNameProblem,
  isValidBranchName,
} from '../validateNames.ts';
import type { RequestReader } from './RequestReader.ts';

export interface AddRepositoryRoutesOptions {
  context: GitHostContext;
  read: RequestReader;
  requireOrganisation: (request: Request) => void;
}

const maxDescriptionLength = 2048;

/** Lists, creates and deletes repositories. */
export function addRepositoryRoutes(
  router: Router,
  options: AddRepositoryRoutesOptions,
) {
  const { context, read, requireOrganisation } = options;
  const { config, store, users } = context;

  router.get('/orgs/:org/repos', (request, response) => {
    requireOrganisation(request);
    const user = read.user(request);
    const visible = store
      .list()
      .filter(({ details }) => user || !details.isPrivate);
    const { skip, limit } = read.page(request);
    read.sendPage(response, {
      items: visible
        .slice(skip, skip + limit)
        .map(repository => toRepository(context, repository)),
      totalCount: visible.length,
    });
  });

  router.post('/orgs/:org/repos', async (request, response) => {
    const user = read.requireUser(request);
    requireOrganisation(request);
    const repository = await createRepository({
      context,
      user,
      body: read.body(request),
    });
    response.status(201).json(toRepository(context, repository));
  });

  router.get('/repos/:owner/:repo', (request, response) => {
    response.json(toRepository(context, read.repository(request)));
  });

  router.delete('/repos/:owner/:repo', async (request, response) => {
    const user = read.requireUser(request);
    const repository = read.repository(request);
    if (!user.isAdmin) {
      throw new HttpError(
        403,
        `user should be an owner of the repo '${repository.fullName}'`,
      );
    }
    await store.remove(repository, user.name);
    response.status(204).end();
  });

  router.get(
    '/repos/:owner/:repo/collaborators/:login/permission',
    async (request, response) => {
      const asker = read.requireUser(request);
      const repository = read.repository(request);
      const user = users.get(request.params.login);
      if (!asker.isAdmin && asker !== user) {
        throw new HttpError(403, 'Only admins can query all permissions');
      }
      if (!user) {
        throw new HttpError(404, `No user '${request.params.login}'`);
      }
      const permission = await findPermission(repository, user);
      response.json({
        permission,
        role_name: permission,
        user: toUser(config, user),
      });
    },
  );
}

async function createRepository(options: {
  context: GitHostContext;
  user: GitUser;
  body: Record<string, unknown>;
}): Promise<Repository> {
  const { context, user, body } = options;
  const { name, description = '', default_branch: branch } = body;
  const problem = findRepositoryNameProblem(name);
  if (problem || typeof name !== 'string') {
    throw new HttpError(422, problem ?? '[Name]: Required');
  }
  if (
    typeof description !== 'string' ||
    description.length > maxDescriptionLength
  ) {
    throw new HttpError(422, '[Description]: MaxSize');
  }
  const defaultBranch = branch === undefined || branch === '' ? 'main' : branch;
  if (!isValidBranchName(defaultBranch)) {
    throw new HttpError(422, '[DefaultBranch]: GitRefName');
  }
  const author = { name: user.displayName, email: user.email };
  const createdAt = new Date();

  try {
    return await context.store.create({
      owner: context.organisation.name,
      name,
      details: {
        description: description.trim(),
        isPrivate: body.private === true,
        createdAt: createdAt.toISOString(),
      },
      defaultBranch,
      userName: user.name,
      fill: async gitDir => {
        if (body.auto_init === true) {
          await importCommits({
            gitDir,
            ref: `refs/heads/${defaultBranch}`,
            commits: [
              {
                author,
                committer: author,
                date: createdAt,
                message: 'Initial commit\n',
                changes: [
                  {
                    path: 'README.md',
                    mode: '100644',
                    content: Buffer.from(`# ${name}\n\n${description}\n`),
                  },
                ],
              },
            ],
          });
        }
      },
    });
  } catch (error) {
    if (error instanceof RepositoryExistsError) {
      throw new HttpError(
        409,
        'The repository with the same name already exists.',
      );
    }
    throw error;
  }
}

import { readFile } from 'node:fs/promises';
import { GiteaRepository } from '@atrium/backend-common';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  createTemplateAction,
  parseRepoUrl,
} from '@backstage/plugin-scaffolder-node';

export interface CreateGiteaCommitFileActionOptions {
  integrations: ScmIntegrations;
}

/**
 * Creates `gitea:commit-file`, which adds one file of the workspace to a
 * repository that exists already. It never overwrites.
 */
export function createGiteaCommitFileAction(
  options: CreateGiteaCommitFileActionOptions,
) {
  const { integrations } = options;
  return createTemplateAction({
    id: 'gitea:commit-file',
    description:
      'Adds one file to an existing Gitea repository as a commit; fails when the file is already there.',
    examples: [
      {
        description: 'Add catalog-info.yaml to the default branch',
        example: [
          'steps:',
          '  - id: publish',
          '    name: Add catalog-info.yaml',
          '    action: gitea:commit-file',
          '    input:',
          '      repoUrl: gitea.example.com?owner=acme&repo=coupon-service',
          '      path: catalog-info.yaml',
          '      commitMessage: Add catalog-info.yaml',
        ].join('\n'),
      },
    ],
    schema: {
      input: {
        repoUrl: z =>
          z.string({ description: 'The repository, as a repository URL' }),
        path: z =>
          z.string({
            description:
              'The file, relative to the workspace and to the repository',
          }),
        commitMessage: z => z.string({ description: 'The commit message' }),
        branch: z =>
          z
            .string({
              description: 'The branch to commit to. Default: the default one',
            })
            .optional(),
      },
      output: {
        remoteUrl: z => z.string({ description: 'The page of the repository' }),
        repoContentsUrl: z =>
          z.string({
            description: 'The root of the branch, ending in a slash',
          }),
        fileUrl: z => z.string({ description: 'The page of the file' }),
        commitHash: z => z.string({ description: 'The new commit' }),
      },
    },
    async handler(ctx) {
      const { repoUrl, path, commitMessage } = ctx.input;
      const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
      const integration = integrations.gitea.byHost(host);
      if (!integration) {
        throw new InputError(`No Gitea integration for host '${host}'`);
      }
      if (!owner) {
        throw new InputError(`No owner in repository URL '${repoUrl}'`);
      }

      const content = await readFile(
        resolveSafeChildPath(ctx.workspacePath, path),
      );
      const repository = new GiteaRepository({
        config: integration.config,
        owner,
        repo,
        signal: ctx.signal,
      });
      const { url, defaultBranch } = await repository.getInfo();
      const branch = ctx.input.branch ?? defaultBranch;

      // A resumed task must not take its own commit for somebody else's file.
      const commit = await ctx.checkpoint({
        key: `commit.${host}.${owner}.${repo}.${path}`,
        fn: async () => {
          if (await repository.readFile(path, branch)) {
            throw new ConflictError(
              `Repository '${owner}/${repo}' already has a ${path} on branch '${branch}'; nothing was changed`,
            );
          }
          const { commit: sha } = await repository.commit({
            files: [{ path, content }],
            branch,
            message: commitMessage,
            author: readAuthor(ctx.user),
          });
          return { sha };
        },
      });

      ctx.logger.info(
        `Committed ${path} to '${owner}/${repo}' on branch '${branch}'`,
      );
      const contentsUrl = `${url}/src/branch/${branch}/`;
      ctx.output('remoteUrl', url);
      ctx.output('repoContentsUrl', contentsUrl);
      ctx.output('fileUrl', `${contentsUrl}${path}`);
      ctx.output('commitHash', commit.sha);
    },
  });
}

/** The commit is pushed by the portal's account, but the person made it. */
function readAuthor(user: ActionContext<{}>['user']) {
  const profile = user?.entity?.spec.profile;
  return profile?.email
    ? { name: profile.displayName ?? profile.email, email: profile.email }
    : undefined;
}

import { readFile } from 'node:fs/promises';
import { handOverForUser } from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { isUserEntity, type UserEntity } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  type ActionContext,
  createTemplateAction,
  parseRepoUrl,
} from '@backstage/plugin-scaffolder-node';

export interface CreateGiteaProposeFileActionOptions {
  gitHosts: GitHosts;
  integrations: ScmIntegrations;
}

/**
 * Creates `gitea:propose-file`, which adds one file of the workspace to a
 * repository that exists already. It never overwrites.
 */
export function createGiteaProposeFileAction(
  options: CreateGiteaProposeFileActionOptions,
) {
  const { gitHosts, integrations } = options;
  return createTemplateAction({
    id: 'gitea:propose-file',
    description:
      'Adds one file to an existing Gitea repository: by a pull request where it takes them, else by a commit if the person may write there. Fails when the file is already there.',
    examples: [
      {
        description: 'Add catalog-info.yaml to the default branch',
        example: [
          'steps:',
          '  - id: publish',
          '    name: Propose catalog-info.yaml',
          '    action: gitea:propose-file',
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
        commitMessage: z =>
          z.string({
            description:
              'The commit message; its first line is the title of a pull request',
          }),
        branch: z =>
          z
            .string({
              description:
                'The branch that the file is for. Default: the default one',
            })
            .optional(),
      },
      output: {
        remoteUrl: z => z.string({ description: 'The page of the repository' }),
        handover: z =>
          z.enum(['commit', 'pull-request'], {
            description: 'How the file got there',
          }),
        changeUrl: z =>
          z.string({ description: 'The page of the pull request or commit' }),
        commitHash: z => z.string({ description: 'The new commit' }),
      },
    },
    async handler(ctx) {
      const { repoUrl, path, commitMessage } = ctx.input;
      const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
      if (!integrations.gitea.byHost(host)) {
        throw new InputError(`No Gitea integration for host '${host}'`);
      }
      if (!owner) {
        throw new InputError(`No owner in repository URL '${repoUrl}'`);
      }

      const content = await readFile(
        resolveSafeChildPath(ctx.workspacePath, path),
      );
      const opened = gitHosts.openByName({ host, owner, name: repo });
      const { url, defaultBranch } = await opened.client.getInfo();
      const branch = ctx.input.branch ?? defaultBranch;

      // A resumed task must not take its own commit for somebody else's file.
      const handover = await ctx.checkpoint({
        key: `handover.${host}.${owner}.${repo}.${path}`,
        fn: async () => {
          if (await opened.client.readFile(path, branch)) {
            throw new ConflictError(
              `Repository '${owner}/${repo}' already has a ${path} on branch '${branch}'; nothing was changed`,
            );
          }
          const made = await handOverForUser(
            { ...opened, branch },
            {
              change: {
                files: [{ path, content }],
                message: withPerson(commitMessage, ctx.user),
              },
              user: readUser(ctx.user),
            },
          );
          return { ...made };
        },
      });

      ctx.logger.info(
        handover.kind === 'commit'
          ? `Committed ${path} to '${owner}/${repo}' on branch '${branch}'`
          : `Proposed ${path} for '${owner}/${repo}': ${handover.url}`,
      );
      ctx.output('remoteUrl', url);
      ctx.output('handover', handover.kind);
      ctx.output('changeUrl', handover.url);
      ctx.output('commitHash', handover.commit);
    },
  });
}

function readUser(user: ActionContext<{}>['user']): UserEntity | undefined {
  const entity = user?.entity;
  return entity && isUserEntity(entity) ? entity : undefined;
}

/** The account is that of the portal, so the words name the person. */
function withPerson(message: string, user: ActionContext<{}>['user']): string {
  return user?.ref ? `${message}\n\nProposed by ${user.ref}` : message;
}

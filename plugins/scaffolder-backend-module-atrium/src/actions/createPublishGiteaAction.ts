import { failpoint } from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  createTemplateAction,
  getRepoSourceDirectory,
  initRepoAndPush,
  parseRepoUrl,
} from '@backstage/plugin-scaffolder-node';

export interface CreatePublishGiteaActionOptions {
  gitHosts: Pick<GitHosts, 'gitea'>;
  integrations: ScmIntegrations;
  config: RootConfigService;
}

/**
 * Creates `publish:gitea`, in place of the stock one: a run that goes on after
 * its backend was killed finds what it made, and finishes it.
 */
export function createPublishGiteaAction(
  options: CreatePublishGiteaActionOptions,
) {
  const { config, gitHosts, integrations } = options;
  return createTemplateAction({
    id: 'publish:gitea',
    description:
      'Creates a repository on Gitea with the content of the workspace.',
    schema: {
      input: {
        repoUrl: z =>
          z.string({ description: 'The repository, as a repository URL' }),
        description: z =>
          z.string({ description: 'What the repository is for' }).optional(),
        defaultBranch: z =>
          z.string({ description: 'The branch. Default: main' }).optional(),
        repoVisibility: z =>
          z
            .enum(['private', 'public'], {
              description: 'Who may read it. Default: public',
            })
            .optional(),
        gitCommitMessage: z =>
          z
            .string({
              description: 'The commit message. Default: initial commit',
            })
            .optional(),
        gitAuthorName: z =>
          z.string({ description: 'The author of the commit' }).optional(),
        gitAuthorEmail: z =>
          z.string({ description: 'The address of the author' }).optional(),
        sourcePath: z =>
          z
            .string({
              description:
                'The folder of the workspace to publish. Default: all',
            })
            .optional(),
      },
      output: {
        remoteUrl: z => z.string({ description: 'The address to clone' }),
        repoContentsUrl: z =>
          z.string({
            description: 'The root of the branch, ending in a slash',
          }),
        commitHash: z =>
          z.string({ description: 'The first commit' }).optional(),
      },
    },
    async handler(ctx) {
      const {
        repoUrl,
        description = '',
        defaultBranch = 'main',
        repoVisibility = 'public',
        gitCommitMessage = 'initial commit',
      } = ctx.input;
      const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
      const integration = integrations.gitea.byHost(host)?.config;
      const { username, password } = integration ?? {};
      if (!integration || !username || !password || !owner) {
        throw new InputError(
          `The portal cannot make '${repoUrl}': it needs an owner, and credentials for '${host}' under integrations.gitea`,
        );
      }
      const { baseUrl = `https://${host}` } = integration;
      const url = `${baseUrl.replace(/\/+$/, '')}/${owner}/${repo}`;
      const repository = { fullName: `${owner}/${repo}`, url };
      const { signal } = ctx;
      const client = gitHosts.gitea.open(repository, { signal });

      // Noted before anything is made: what is there from now on is this run's.
      await ctx.checkpoint({
        key: `intent.${host}.${owner}.${repo}`,
        fn: async () => {
          if ((await client.getState()) !== 'absent') {
            throw new ConflictError(
              `There is a repository '${owner}/${repo}' on '${host}' already; nothing was made`,
            );
          }
          return { isFree: true };
        },
      });

      failpoint('scaffolder.run.4');

      const trailer = `Template-Run: ${ctx.task.id}`;
      const state = await client.getState();
      if (state === 'absent') {
        await gitHosts.gitea.createRepository(
          repository,
          { description, isPrivate: repoVisibility === 'private' },
          { signal },
        );
      }
      failpoint('scaffolder.run.5');
      const remoteUrl = `${url}.git`;
      if (state === 'filled') {
        const message = await client.readHeadMessage(defaultBranch);
        if (!message?.includes(trailer)) {
          throw new ConflictError(
            `Somebody else has pushed to '${owner}/${repo}' on '${host}' meanwhile; nothing was pushed`,
          );
        }
        ctx.logger.info(`'${owner}/${repo}' was published before the stop`);
      } else {
        const { commitHash } = await initRepoAndPush({
          dir: getRepoSourceDirectory(ctx.workspacePath, ctx.input.sourcePath),
          remoteUrl,
          auth: { username, password },
          defaultBranch,
          logger: ctx.logger,
          commitMessage: `${gitCommitMessage}\n\n${trailer}`,
          gitAuthorInfo: {
            name:
              ctx.input.gitAuthorName ??
              config.getOptionalString('scaffolder.defaultAuthor.name'),
            email:
              ctx.input.gitAuthorEmail ??
              config.getOptionalString('scaffolder.defaultAuthor.email'),
          },
        });
        failpoint('scaffolder.run.6');
        ctx.output('commitHash', commitHash);
      }
      ctx.output('remoteUrl', remoteUrl);
      ctx.output('repoContentsUrl', `${url}/src/branch/${defaultBranch}/`);
    },
  });
}

import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  createTemplateAction,
  parseRepoUrl,
} from '@backstage/plugin-scaffolder-node';

export interface CreateGithubCheckFileAbsentActionOptions {
  integrations: ScmIntegrations;
  reader: UrlReaderService;
}

/**
 * Creates `github:check-file-absent`. The pull request action would offer to
 * overwrite the file instead of refusing.
 */
export function createGithubCheckFileAbsentAction(
  options: CreateGithubCheckFileAbsentActionOptions,
) {
  const { integrations, reader } = options;
  return createTemplateAction({
    id: 'github:check-file-absent',
    description:
      'Fails when a GitHub repository already has the given file on its default branch.',
    schema: {
      input: {
        repoUrl: z =>
          z.string({ description: 'The repository, as a repository URL' }),
        path: z =>
          z.string({ description: 'The file, relative to the repository' }),
      },
    },
    async handler(ctx) {
      const { repoUrl, path } = ctx.input;
      const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
      if (!integrations.github.byHost(host) || !owner) {
        throw new InputError(`'${repoUrl}' is not a repository on GitHub`);
      }

      const url = `https://${host}/${owner}/${repo}/blob/HEAD/${path}`;
      try {
        await reader.readUrl(url, { signal: ctx.signal });
      } catch (error) {
        if (error instanceof Error && error.name === 'NotFoundError') {
          ctx.logger.info(`'${owner}/${repo}' has no ${path} yet`);
          return;
        }
        throw error;
      }
      throw new ConflictError(
        `Repository '${owner}/${repo}' already has a ${path}; nothing was changed`,
      );
    },
  });
}

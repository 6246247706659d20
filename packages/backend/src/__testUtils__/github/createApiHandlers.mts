import { githubRepositorySchema } from '@simulacrum/github-api-simulator';
import type { BareRepositories } from './BareRepositories.mts';
import type { SimulatorHandlers, SimulatorStore } from './simulatorTypes.mts';
import type { WebhookSender } from './WebhookSender.mts';

export interface CreateApiHandlersOptions {
  store: SimulatorStore;
  repositories: BareRepositories;
  webhooks: WebhookSender;
}

/**
 * The operations that publishing and reading a repository call and the
 * simulator answers with its fixed example only.
 *
 * @remarks
 *
 * Answers start from the example of GitHub's own API description, so that they
 * have the documented form. The simulator checks requests against the same
 * description before they get here.
 */
export function createApiHandlers(
  options: CreateApiHandlersOptions,
): SimulatorHandlers {
  const { store, repositories, webhooks } = options;

  const findOrganization = (login: unknown) =>
    store.schema.organizations
      .selectTableAsList(store.store.getState())
      .find(candidate => candidate.login === login);

  return {
    'users/get-by-username': (context, _request, response) => {
      const { username } = context.request.params;
      if (!findOrganization(username)) {
        response.status(404).json({ message: 'Not Found' });
        return;
      }
      response.json({
        ...readExample(context),
        login: username,
        type: 'Organization',
      });
    },

    'repos/create-in-org': async (context, request, response) => {
      const { org } = context.request.params;
      const { name, description, private: isPrivate } = request.body;
      const fullName = `${org}/${name}`;
      if (!findOrganization(org)) {
        response.status(404).json({ message: 'Not Found' });
        return;
      }
      if (repositories.has(fullName)) {
        response.status(422).json({
          message: 'Repository creation failed.',
          errors: [
            {
              resource: 'Repository',
              code: 'custom',
              field: 'name',
              message: 'name already exists on this account',
            },
          ],
        });
        return;
      }
      await repositories.create(fullName);
      store.store.dispatch(
        store.actions.batchUpdater([
          store.schema.repositories.add({
            [fullName]: {
              ...githubRepositorySchema.parse({
                owner: org,
                name,
                visibility: isPrivate ? 'private' : 'public',
              }),
              // GraphQL names the page of a repository here, not its API.
              url: `https://github.com/${fullName}`,
            },
          }),
        ]),
      );
      response.status(201).json({
        ...readExample(context),
        name,
        full_name: fullName,
        description,
        private: isPrivate,
        html_url: `https://github.com/${fullName}`,
        clone_url: `http://${request.headers.host}/${fullName}.git`,
        default_branch: 'main',
      });
    },

    'repos/get': async (context, _request, response) => {
      const { owner, repo } = context.request.params;
      const fullName = `${owner}/${repo}`;
      if (!repositories.has(fullName)) {
        response.status(404).json({ message: 'Not Found' });
        return;
      }
      response.json({
        ...readExample(context),
        name: repo,
        full_name: fullName,
        html_url: `https://github.com/${fullName}`,
        default_branch: await repositories.readDefaultBranch(fullName),
      });
    },

    'repos/rename-branch': async (context, request, response) => {
      const { owner, repo, branch } = context.request.params;
      const fullName = `${owner}/${repo}`;
      const name = request.body.new_name;
      await repositories.renameBranch(fullName, {
        from: String(branch),
        to: name,
      });
      store.store.dispatch(
        store.actions.batchUpdater([
          store.schema.repositories.patch({
            [fullName]: {
              default_branch: await repositories.readDefaultBranch(fullName),
            },
          }),
        ]),
      );
      response.status(201).json({ ...readExample(context), name });
    },

    'repos/update-branch-protection': async (context, _request, response) => {
      const { owner, repo, branch } = context.request.params;
      const commit = await repositories.readBranch(
        `${owner}/${repo}`,
        String(branch),
      );
      if (commit) {
        response.json(readExample(context));
      } else {
        response.status(404).json({ message: 'Branch not found' });
      }
    },

    'repos/get-content': async (context, request, response) => {
      const { owner, repo, path } = context.request.params;
      const file = await repositories.readFile(`${owner}/${repo}`, {
        ref: String(request.query.ref ?? 'HEAD'),
        path: String(path),
      });
      if (!file) {
        response.status(404).json({ message: 'Not Found' });
      } else if (!request.headers.accept?.endsWith('raw')) {
        response.status(415).json({ message: 'Only raw contents are served' });
      } else {
        // An answer with this tag is what the reader sends back to ask whether
        // the file has changed; express compares it.
        response.set('ETag', `"${file.id}"`).type('text/plain');
        response.send(file.content);
      }
    },

    // What the reader of folders asks: the newest commit, and where its archive is.
    'repos/get-combined-status-for-ref': async (context, request, response) => {
      const { owner, repo, ref } = context.request.params;
      const fullName = `${owner}/${repo}`;
      const sha = await repositories.readBranch(fullName, String(ref));
      if (!sha) {
        response.status(404).json({ message: 'Not Found' });
        return;
      }
      response.json({
        ...readExample(context),
        sha,
        repository: {
          archive_url: `http://${request.headers.host}/repos/${fullName}/{archive_format}{/ref}`,
        },
      });
    },

    'repos/download-tarball-archive': async (context, _request, response) => {
      const { owner, repo, ref } = context.request.params;
      response
        .type('application/x-gzip')
        .send(await repositories.archive(`${owner}/${repo}`, String(ref)));
    },

    'orgs/create-webhook': (context, request, response) => {
      const { events, config } = request.body;
      webhooks.add({ events, url: config.url, secret: config.secret });
      response.status(201).json({ ...readExample(context), events });
    },
  };
}

type Context = Parameters<SimulatorHandlers[string]>[0];

/** The answer that GitHub's description of the operation gives as its example. */
function readExample(context: Context): Record<string, unknown> {
  const { operationId = '' } = context.operation;
  return context.api.mockResponseForOperation(operationId).mock;
}

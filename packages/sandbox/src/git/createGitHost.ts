import path from 'node:path';
import express from 'express';
import type { RequestHandler } from 'express';
import type { SandboxConfig } from '../config.ts';
import { listenOnLoopback } from '../listenOnLoopback.ts';
import type { LoopbackServer } from '../listenOnLoopback.ts';
import type { Persona } from '../personas.ts';
import type { Actions } from './Actions.ts';
import { createApiRouter } from './api/createApiRouter.ts';
import { buildPushPayload } from './buildPushPayload.ts';
import type { GitHostContext } from './GitHostContext.ts';
import { GitUsers } from './GitUsers.ts';
import { CommitStatusStore } from './CommitStatusStore.ts';
import { createPagesRouter } from './pages/createPagesRouter.ts';
import type { RepositoryChange } from './RepositoryStore.ts';
import { RepositoryStore } from './RepositoryStore.ts';
import { requireGit } from './requireGit.ts';
import { seedRepositories } from './seedRepositories.ts';
import { createSmartHttpRouter } from './smartHttpRouter.ts';
import { WebhookSender } from './WebhookSender.ts';

export interface CreateGitHostOptions {
  config: SandboxConfig;
  personas: Persona[];
  /** Opens the CI of the repositories. */
  openActions?: (store: RepositoryStore) => Actions;
  /** Names what of the past the portal has not taken yet. */
  listMissingPast?: () => string[];
}

export interface GitHost {
  store: RepositoryStore;
  listen(): Promise<void>;
  close(): Promise<void>;
}

const organisation = {
  name: 'acme',
  displayName: 'Acme',
  description:
    'Repositories of the sample organisation. Its people, services and figures are invented.',
};

/**
 * Prepares the git host: its repositories are there, but nobody can connect
 * before `listen`.
 */
export async function createGitHost(
  options: CreateGitHostOptions,
): Promise<GitHost> {
  const { config, personas, listMissingPast = () => [] } = options;
  await requireGit();
  const store = await RepositoryStore.open(path.join(config.stateDir, 'git'), [
    organisation.name,
  ]);
  await seedRepositories({
    store,
    owner: organisation.name,
    directory: path.join(config.root, 'examples', organisation.name),
  });

  const users = new GitUsers({ token: config.gitToken, personas });
  const actions = options.openActions?.(store);
  const context: GitHostContext = {
    config,
    organisation,
    store,
    users,
    statuses: new CommitStatusStore(path.join(config.stateDir, 'statuses')),
    actions,
  };
  const webhooks = new WebhookSender({
    url: `${config.portalUrl}/api/events/http/gitea`,
    secret: config.webhookSecret,
  });
  forwardPushes(context, webhooks);

  const app = express();
  app.disable('x-powered-by');
  app.get('/api/healthz', (_request, response) => {
    response.json({
      status: 'pass',
      description: 'Sample git host of the Atrium sandbox',
    });
  });
  app.get('/api/past', (_request, response) => {
    const missing = listMissingPast();
    response.status(missing.length > 0 ? 503 : 200).json({ missing });
  });
  app.use(refuseForeignPages(config.gitUrl));
  app.use('/api/v1', createApiRouter(context));
  app.use(createSmartHttpRouter(context));
  app.use(await createPagesRouter(context));

  let server: LoopbackServer | undefined;
  return {
    store,
    async listen() {
      server = await listenOnLoopback({
        name: 'git host',
        url: config.gitUrl,
        handler: app,
      });
    },
    async close() {
      webhooks.close();
      await server?.close();
    },
  };
}

/** Tells the portal about pushes, one after the other. */
function forwardPushes(context: GitHostContext, webhooks: WebhookSender) {
  let queue = Promise.resolve();

  const forward = async (change: RepositoryChange) => {
    try {
      const payload = await buildPushPayload(context, change);
      if (payload) {
        webhooks.send('push', payload);
      }
    } catch (error) {
      // The repository may be deleted before its last push is described.
      if (context.store.get(change.repository.owner, change.repository.name)) {
        process.stderr.write(`git host: a push is not reported: ${error}\n`);
      }
    }
  };

  context.store.onChange(change => {
    queue = queue.then(() => forward(change));
  });
}

/**
 * Refuses what a page of another site makes the browser of a visitor write.
 *
 * @remarks
 * The passwords are public, and what is pushed is run by the CI.
 */
function refuseForeignPages(gitUrl: string): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (isRead || origin === undefined || origin === gitUrl) {
      next();
      return;
    }
    response.status(403).json({
      message: `Pages of '${origin}' may not write to this git host`,
    });
  };
}

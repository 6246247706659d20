import express from 'express';
import type { ErrorRequestHandler, Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GitHostContext } from '../GitHostContext.ts';
import { toOrganisation, toUser } from '../giteaTypes.ts';
import { HttpError, statusOf } from '../HttpError.ts';
import { addActionRoutes } from './addActionRoutes.ts';
import { addArchiveRoutes } from './addArchiveRoutes.ts';
import { addCommitRoutes } from './addCommitRoutes.ts';
import { addContentsRoutes } from './addContentsRoutes.ts';
import { addRepositoryRoutes } from './addRepositoryRoutes.ts';
import { addStatusRoutes } from './addStatusRoutes.ts';
import { createRequestReader } from './RequestReader.ts';

/** The part of Gitea's REST API that the modules of Backstage call. */
export function createApiRouter(context: GitHostContext) {
  const { config, organisation, users } = context;
  const read = createRequestReader(context);
  const router = PromiseRouter();

  const requireOrganisation = (request: Request) => {
    if (request.params.org.toLowerCase() !== organisation.name) {
      throw new HttpError(404, `No organisation '${request.params.org}'`);
    }
  };

  // Whatever content type it claims, as Gitea does for scripts using curl.
  router.use(express.json({ limit: '32mb', type: () => true }));
  router.use((request, _response, next) => {
    users.authenticate(request.headers.authorization);
    next();
  });

  router.get('/user', (request, response) => {
    response.json(toUser(config, read.requireUser(request)));
  });

  router.get('/orgs/:org', (request, response) => {
    requireOrganisation(request);
    response.json(toOrganisation(context));
  });

  addRepositoryRoutes(router, { context, read, requireOrganisation });
  addContentsRoutes(router, { context, read });
  addCommitRoutes(router, { context, read });
  addStatusRoutes(router, { context, read });
  addArchiveRoutes(router, { read });
  addActionRoutes(router, { context, read });

  router.use((request: Request) => {
    throw new HttpError(404, `Nothing is served at '${request.originalUrl}'`);
  });

  // Express knows an error handler by its four parameters.
  // eslint-disable-next-line @typescript-eslint/max-params
  const sendError: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status === 500) {
      process.stderr.write(`git host: ${error?.stack ?? error}\n`);
    }
    response.status(status).json({
      message: status === 500 ? 'Internal server error' : error.message,
      url: `${config.gitUrl}/api/swagger`,
    });
  };
  router.use(sendError);

  return router;
}

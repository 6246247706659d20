import {
  MiddlewareFactory,
  rootHttpRouterServiceFactory,
} from '@backstage/backend-defaults/rootHttpRouter';
import { Router } from 'express';
import { limitFetch } from '../requests/limitFetch';
import { ownOrigins } from '../requests/ownOrigins';
import { markRequest } from '../requests/requestScope';
import { stopByDraining } from '../shutdown/stopByDraining';
import { answerNotFound } from './answerNotFound';
import { createRequestLogger } from './createRequestLogger';
import { explainRefusals } from './explainRefusals';
import { nameSignInMetadata } from './nameSignInMetadata';
import { noStoreByDefault } from './noStoreByDefault';
import { refuseControlCharacters } from './refuseControlCharacters';
import { sendPlainToItself } from './sendPlainToItself';

/**
 * The stock root router, with what holds for every request to the portal: no
 * secret in the log, no answer in a cache by accident, words in each refusal, an
 * error in JSON for each address that there is not. It knows what runs on behalf
 * of a request, and stops without cutting one off.
 */
export const rootHttpRouter = rootHttpRouterServiceFactory({
  configure(context) {
    const { app, applyDefaults, config, logger, middleware } = context;
    stopByDraining(context);
    // The readers of files, and every client of a plugin, are made of it.
    globalThis.fetch = limitFetch(globalThis.fetch, {
      ownOrigins: ownOrigins(config),
    });
    const requestLogging = MiddlewareFactory.create({
      config,
      logger: createRequestLogger(logger),
    });
    const rateLimit = middleware.rateLimit();
    // Links of the stock chain are replaced, not the chain: it also applies the
    // settings of the server, and keeps its order over upgrades.
    middleware.logging = () => requestLogging.logging();
    middleware.rateLimit = () =>
      Router().use(refuseControlCharacters(), rateLimit);
    middleware.notFound = answerNotFound;
    app.use(
      markRequest,
      sendPlainToItself(),
      noStoreByDefault(),
      nameSignInMetadata(config.getString('backend.baseUrl')),
      explainRefusals(config.getStringArray('permission.atrium.adminGroups')),
    );
    applyDefaults();
  },
});

import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { limitFetch } from './requests/limitFetch';
import { ownOrigins } from './requests/ownOrigins';
import { markRequest } from './requests/requestScope';
import { stopByDraining } from './shutdown/stopByDraining';

/**
 * The stock root HTTP router, which knows what runs on behalf of a request, and
 * stops without cutting one off.
 */
export const rootHttpRouter = rootHttpRouterServiceFactory({
  configure(context) {
    const { app, applyDefaults, config } = context;
    stopByDraining(context);
    app.use(markRequest);
    // The readers of files, and every client of a plugin, are made of it.
    globalThis.fetch = limitFetch(globalThis.fetch, {
      ownOrigins: ownOrigins(config),
    });
    applyDefaults();
  },
});

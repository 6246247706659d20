import type * as backendDefaults from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import express, { type Request, type Response } from 'express';
import { collectRoutes } from './collectRoutes';

// Loaded before `index.ts` in the process that `RunningPortal` starts.

// It ends with the test, however that ends.
process.stdin.on('end', () => process.exit()).resume();

/** Answers which routes there are. */
const routeReport = createBackendModule({
  pluginId: 'app',
  moduleId: 'route-report',
  register(reg) {
    reg.registerInit({
      deps: { rootHttpRouter: coreServices.rootHttpRouter },
      async init({ rootHttpRouter }) {
        rootHttpRouter.use('/test/routes', (req: Request, res: Response) => {
          res.json(collectRoutes(req.app));
        });
      },
    });
  },
});

/** Signs in whoever a header names, with a token that the portal issues. */
const personaProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'persona-provider',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'persona',
          factory: createProxyAuthProviderFactory({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async () => ({ profile: {} }),
              initialize: () => ({}),
              authenticate: async ({ req }) => ({
                result: req.get('x-persona')?.split(' ') ?? [],
              }),
            }),
            signInResolver: async ({ result: [user, ...groups] }, context) =>
              context.issueToken({ claims: { sub: user, ent: groups } }),
          }),
        });
      },
    });
  },
});

// Wrapped by `express-promise-router`, only what is called a router keeps its
// routes; applications within it, such as the scaffolder, would hide theirs.
const { application } = express;
const { init } = application;
Object.assign(application, {
  init(this: express.Application) {
    Object.defineProperty(this, 'name', { value: 'router' });
    init.call(this);
  },
});

const defaults: typeof backendDefaults = require('@backstage/backend-defaults');

const { createBackend } = defaults;

Object.assign(defaults, {
  createBackend() {
    const backend = createBackend();
    backend.add(routeReport);
    backend.add(personaProvider);
    return backend;
  },
});

import path from 'node:path';
import type { SandboxConfig } from '../config.ts';
import { listenOnLoopback } from '../listenOnLoopback.ts';
import type { Persona } from '../personas.ts';
import { createProvider } from './createProvider.ts';
import { Interactions } from './Interactions.ts';
import { JsonFileStore } from './JsonFileAdapter.ts';
import { errorPage } from './pages.ts';
import { sendPage } from './renderPage.ts';

export interface StartIdentityOptions {
  config: SandboxConfig;
  personas: Persona[];
}

/**
 * Starts the OpenID provider that stands in for a company's single sign-on.
 *
 * @remarks
 * Nobody has a password here. A request to `/auth` whose `login_hint` is the
 * name of a persona is signed in at once, without the page: a shortcut for
 * scripts that only a sandbox may have.
 */
export async function startIdentity(
  options: StartIdentityOptions,
): Promise<{ close(): Promise<void> }> {
  const { config, personas } = options;
  const store = new JsonFileStore(
    path.join(config.stateDir, 'identity', 'sessions.json'),
  );
  const provider = createProvider({ config, personas, store });
  const serveProvider = provider.callback();
  const interactions = new Interactions(provider, personas);

  const server = await listenOnLoopback({
    name: 'identity provider',
    url: config.identityUrl,
    handler: (request, response) => {
      const pathname = (request.url ?? '/').split('?', 1)[0];
      if (pathname === '/healthz') {
        response.writeHead(200, { 'Content-Type': 'text/plain' }).end('ok');
      } else if (pathname === '/') {
        response.writeHead(302, { Location: config.portalUrl }).end();
      } else if (pathname.startsWith('/interaction/')) {
        interactions.handle(request, response).catch(error => {
          console.error('The identity provider failed to answer.', error);
          if (!response.headersSent) {
            sendPage(
              response,
              errorPage({
                status: 500,
                message: 'The identity provider failed.',
              }),
            );
          }
        });
      } else {
        serveProvider(request, response);
      }
    },
  });

  return {
    async close() {
      await server.close();
      store.flush();
    },
  };
}

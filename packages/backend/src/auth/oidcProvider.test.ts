import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { oidcProvider } from './oidcProvider';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** An identity provider that comes and goes, and counts how often it is asked. */
class IdentityProvider {
  asked = 0;
  readonly #server: Server = createServer((_request, response) => {
    this.asked++;
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify({
        issuer: this.url,
        authorization_endpoint: `${this.url}/authorize`,
        token_endpoint: `${this.url}/token`,
        userinfo_endpoint: `${this.url}/userinfo`,
        jwks_uri: `${this.url}/keys`,
      }),
    );
  });
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }
}

it('signs people in once the identity provider is back that was away at the start', async () => {
  const provider = new IdentityProvider();
  // Takes the port by which it comes back.
  await provider.start();
  await provider.stop();
  const backend = await startTestBackend({
    features: [
      authPlugin,
      oidcProvider,
      mockServices.database.factory({
        knex: await databases.init('POSTGRES_18'),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: {
            session: { secret: 'session-secret' },
            providers: {
              oidc: {
                production: {
                  metadataUrl: `${provider.url}/.well-known/openid-configuration`,
                  clientId: 'atrium',
                  clientSecret: 'client-secret',
                  signIn: {
                    resolvers: [
                      { resolver: 'emailMatchingUserEntityProfileEmail' },
                    ],
                  },
                },
              },
            },
          },
        },
      }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/auth/oidc/start?env=production&scope=openid`;
  const start = () => fetch(url, { redirect: 'manual' });

  for (let attempt = 0; attempt < 2; attempt++) {
    const refused = await start();
    expect(refused.status).toBe(503);
    expect((await refused.json()).error).toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(
        `Nobody can sign in before '${
          new URL(provider.url).host
        }' says where. Try again in a minute`,
      ),
    });
  }

  await provider.start();
  try {
    const answers = await Promise.all([start(), start(), start()]);
    for (const { status, headers } of [...answers, await start()]) {
      expect(status).toBe(302);
      expect(headers.get('Location')).toMatch(
        new RegExp(`^${provider.url}/authorize\\?client_id=atrium&`),
      );
    }
    expect(provider.asked).toBe(1);
  } finally {
    await provider.stop();
  }
});

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  findSandboxCredentials,
  refuseSandboxCredentials,
} from './refuseSandboxCredentials';

/** As the launcher makes them: 24 random bytes in base64url. */
const CREDENTIAL = 'sandbox-q2Xv_0dT-7mNfK4sYb1wLrHcEz9PjGu8';
const OTHER_CREDENTIAL = 'sandbox-aaaaaaaaaaaaaaaa----------------';

async function start(config: object) {
  const backend = await startTestBackend({
    features: [
      refuseSandboxCredentials,
      mockServices.rootConfig.factory({
        data: JSON.parse(JSON.stringify(config)),
      }),
    ],
  });
  await backend.stop();
}

describe('findSandboxCredentials', () => {
  it('names the keys, in lists too', () => {
    expect(
      findSandboxCredentials({
        auth: { session: { secret: CREDENTIAL } },
        integrations: { gitea: [{ host: 'x', password: OTHER_CREDENTIAL }] },
        title: 'the sandbox-like portal',
        count: 3,
        on: true,
        nothing: null,
      }),
    ).toEqual(['auth.session.secret', 'integrations.gitea.0.password']);
  });
});

describe('refuseSandboxCredentials', () => {
  it('refuses sandbox credentials outside the sandbox', async () => {
    await expect(
      start({ auth: { session: { secret: CREDENTIAL } } }),
    ).rejects.toThrow("'auth.session.secret'");
  });

  it('refuses the sandbox config beside the production one', async () => {
    await expect(
      start({
        atrium: { sandbox: true },
        auth: { environment: 'production' },
      }),
    ).rejects.toThrow('must not be used together');
  });

  it.each([
    { atrium: { sandbox: true }, auth: { session: { secret: CREDENTIAL } } },
    { auth: { session: { secret: 'a-real-one' } } },
    { backend: { database: { connection: { host: 'sandbox-db.internal' } } } },
    { techdocs: { publisher: { awsS3: { bucketName: 'sandbox-docs' } } } },
  ])('lets the sandbox and an ordinary deployment start', async config => {
    await expect(start(config)).resolves.toBeUndefined();
  });
});

import { createHmac } from 'node:crypto';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { githubEventFeatures } from './__testUtils__/githubEventFeatures';
import { readProductionConfig } from './__testUtils__/readProductionConfig';

const SECRET = 'secret-of-the-organisation';
const BODY = JSON.stringify({ zen: 'Keep it logically awesome.' });

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

async function start(environment: Record<string, string>) {
  const config = await readProductionConfig({
    environment: {
      ATRIUM_GITHUB_ORGANIZATION: 'my-org',
      GITHUB_TOKEN: 'token',
      ...environment,
    },
    overrides: { events: { useEventBus: 'never' } },
  });
  const backend = await startTestBackend({
    features: [
      eventsPlugin,
      ...githubEventFeatures,
      mockServices.database.factory({
        knex: await databases.init('POSTGRES_18'),
      }),
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/events/http/github`;
  return async (signature?: string) => {
    const response = await fetch(url, {
      method: 'POST',
      body: BODY,
      headers: {
        'Content-Type': 'application/json',
        'X-GitHub-Event': 'ping',
        ...(signature ? { 'X-Hub-Signature-256': signature } : {}),
      },
    });
    return response.status;
  };
}

function sign(secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(BODY).digest('hex')}`;
}

describe('the events endpoint for GitHub in production', () => {
  it('takes what is signed with the secret, and refuses the rest', async () => {
    const post = await start({ GITHUB_WEBHOOK_SECRET: SECRET });

    expect(await post(sign(SECRET))).toBe(202);
    expect(await post(sign('another secret'))).toBe(403);
    expect(await post()).toBe(403);
  });

  it.each<Record<string, string>>([{}, { GITHUB_WEBHOOK_SECRET: '' }])(
    'is closed when no secret is set: %p',
    async environment => {
      const post = await start(environment);

      expect(await post(sign(''))).toBe(404);
    },
  );
});

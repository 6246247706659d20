import { freezeTime } from '@atrium/backend-common/testUtils';
import {
  provisioningDriversExtensionPoint,
  type ResourceDriver,
} from '@atrium/plugin-provisioning-node';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { provisioningModuleHttp } from './module';

const KEY = Buffer.alloc(32, 'k');
const NOW = '2026-11-28T12:00:00Z';
const RESOURCE_ID = '0b7cbb0e-33a7-4dd5-8d0c-63e5a2a8f7a1';

/** Signed by hand, as Standard Webhooks says. */
function sign(body: string, key = KEY) {
  const id = 'msg_1';
  const timestamp = String(Date.parse(NOW) / 1_000);
  const signature = createHmac('sha256', key)
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

describe('callbacks of automations', () => {
  const drivers: ResourceDriver[] = [];
  const woken: string[] = [];
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  const body = JSON.stringify({ resourceId: RESOURCE_ID });
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    const automation = {
      url: 'https://automation.acme.example',
      types: ['bucket'],
    };
    ({ server } = await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'provisioning',
          register(env) {
            env.registerExtensionPoint(provisioningDriversExtensionPoint, {
              addDriver: driver => {
                drivers.push(driver);
              },
              wake: async id => {
                woken.push(id);
              },
            });
            env.registerInit({ deps: {}, async init() {} });
          },
        }),
        provisioningModuleHttp,
        auditor.factory,
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
        mockServices.rootConfig.factory({
          data: {
            provisioning: {
              automations: {
                terraform: {
                  ...automation,
                  callbackSecret: `whsec_${KEY.toString('base64')}`,
                },
                silent: automation,
              },
            },
          },
        }),
      ],
    }));
  });

  beforeEach(() => {
    freezeTime(NOW);
    jest.clearAllMocks();
    auditor.createEvent.mockResolvedValue(event);
    woken.length = 0;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const post = (
    automation: string,
    headers: Record<string, string>,
    sent = body,
  ) =>
    request(server)
      .post(`/api/provisioning/callbacks/${automation}`)
      .set(headers)
      .send(sent);

  it('adds the driver', () => {
    expect(drivers.map(({ description }) => description.id)).toEqual(['http']);
  });

  it('has the engine look, each time that a callback comes', async () => {
    const { status, text } = await post('terraform', sign(body));
    expect([status, text]).toEqual([202, '']);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'callback-receive',
        meta: { automation: 'terraform' },
      }),
    );
    expect(event.success).toHaveBeenCalledWith({
      meta: { resourceId: RESOURCE_ID },
    });
    expect((await post('terraform', sign(body))).status).toBe(202);
    const more = JSON.stringify({ resourceId: RESOURCE_ID, status: 'ready' });
    expect((await post('terraform', sign(more), more)).status).toBe(202);
    expect(woken).toEqual([RESOURCE_ID, RESOURCE_ID, RESOURCE_ID]);
  });

  it.each([
    ['another key', 'terraform', sign(body, Buffer.alloc(32, 'x'))],
    ['no signature', 'terraform', {}],
    ['another body', 'terraform', sign('{}')],
    ['an automation without a secret', 'silent', sign(body)],
    ['an unknown automation', 'unknown', sign(body)],
  ])('refuses %s', async (_, automation, headers) => {
    const { status } = await post(automation, headers);
    expect(status).toBe(401);
    expect(woken).toEqual([]);
    expect(event.fail).toHaveBeenCalledTimes(1);
  });

  it.each([
    [400, '{"resourceId":"../other"}'],
    [400, '{}'],
    [400, 'no JSON'],
    [413, `"${'x'.repeat(70_000)}"`],
  ])('answers %i to what it cannot read', async (expected, sent) => {
    const { status } = await post('terraform', sign(sent), sent);
    expect(status).toBe(expected);
    expect(woken).toEqual([]);
  });

  it('lets nobody else in without a token', async () => {
    const { status } = await request(server).get('/api/provisioning/other');
    expect(status).toBe(401);
  });
});

import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { payments } from './__testUtils__/sampleCatalog';
import { startProvisioning } from './__testUtils__/startProvisioning';

describe('provisioningPlugin, actions', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;

  beforeAll(async () => {
    provisioning = await startProvisioning({
      knex: await openTestDatabase(databases),
    });
  });

  afterEach(() => provisioning.clear());

  const invoke = async (
    name: string,
    input: object = {},
    credentials = mockCredentials.user('user:default/grace'),
  ) =>
    (
      await provisioning.actions.invoke({
        id: `test:${name}`,
        input: { ...input },
        credentials,
      })
    ).output;

  const box = {
    type: 'box',
    name: 'ledger',
    environment: 'dev',
    entityRef: payments,
  };

  it('say what can be asked for', async () => {
    expect(await invoke('list-resource-types')).toMatchObject({
      types: expect.arrayContaining([
        expect.objectContaining({ name: 'box', title: 'Box' }),
      ]),
      definitions: [
        { name: 'box-anywhere', plans: ['small (9.50 USD)', 'large'] },
        { name: 'box-production', needsApproval: true },
        { name: 'box-vault' },
      ],
      environments: ['dev', 'staging', 'production'],
    });
  });

  it('preview, request and follow a resource, without its secrets', async () => {
    const preview = await invoke('preview-resource', box);
    expect(preview).toMatchObject({
      definition: 'box-anywhere',
      changes: ['Box ledger-…'],
      monthlyPrice: '9.50 USD',
      quotaLeft: 10,
      problems: [],
    });
    const asked = (await invoke('request-resource', {
      ...box,
      planHash: (preview as { planHash: string }).planHash,
      idempotencyKey: 'once',
    })) as { requestId: string; resourceId: string; catalogRef: string };
    await provisioning.waitFor(asked.resourceId, 'ready');
    expect(
      await invoke('get-resource-request', { id: asked.requestId }),
    ).toMatchObject({
      kind: 'create',
      state: 'done',
      resourceState: 'ready',
      catalogRef: asked.catalogRef,
    });
    const list = await invoke('list-provisioned-resources', {
      entityRef: payments,
    });
    expect(list).toMatchObject({
      totalItems: 1,
      resources: [{ id: asked.resourceId, state: 'ready', plan: 'small' }],
    });
    const [{ password = '' }] = provisioning.driver.boxes.values();
    expect(password).toHaveLength(32);
    expect(JSON.stringify(list)).not.toContain(password);
    expect(provisioning.audits).toMatchObject([
      {
        eventId: 'request-create',
        meta: { changedBy: 'user:default/grace' },
        outcome: { status: 'succeeded' },
      },
    ]);
  });

  it('are for people, and for what is theirs', async () => {
    await expect(
      invoke(
        'request-resource',
        box,
        mockCredentials.user('user:default/linus'),
      ),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(
      provisioning.actions.invoke({
        id: 'test:request-resource',
        input: box,
        credentials: mockCredentials.service(),
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(
      invoke('request-resource', { ...box, plan: 'huge' }),
    ).rejects.toThrow(/must be one of 'small', 'large'/);
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { BOX_DEFINITIONS } from './__testUtils__/boxDefinitions';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { startProvisioning } from './__testUtils__/startProvisioning';

describe('provisioningPlugin, texts that the database cannot keep', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;

  beforeAll(async () => {
    provisioning = await startProvisioning({
      knex: await openTestDatabase(databases),
      // Any text is a colour.
      definitions: BOX_DEFINITIONS.replace('enum: [red, green, blue], ', ''),
    });
  });

  afterEach(() => provisioning.clear());

  it.each([
    ['NUL', 'a\u0000b'],
    ['half of a character', 'a\ud800b'],
  ])('returns 400 with the field for %s', async (_, text) => {
    const refusalOf = (field: string) => [
      400,
      `Invalid input: '${field}': has a character that cannot be kept (NUL, or half of a surrogate pair)`,
    ];
    const answerTo = async (path: string, body: object, person?: 'ada') => {
      const answer = await provisioning.ask('post', path, person).send(body);
      return [answer.status, answer.body.error?.message];
    };
    const input = {
      type: 'box',
      name: 'ledger',
      environment: 'production',
      entityRef: 'component:default/payment-service',
    };
    for (const path of ['/requests', '/previews']) {
      expect(
        await answerTo(path, { ...input, parameters: { colour: text } }),
      ).toEqual(refusalOf('parameters.colour'));
      expect(await answerTo(path, { ...input, name: text })).toEqual(
        refusalOf('name'),
      );
    }

    const { body } = await provisioning.request({ environment: 'production' });
    expect(
      await answerTo(`/requests/${body.id}/reject`, { reason: text }, 'ada'),
    ).toEqual(refusalOf('reason'));
    expect(
      await answerTo(
        `/requests/${body.id}/approve`,
        { planHash: body.planHash, comment: text },
        'ada',
      ),
    ).toEqual(refusalOf('comment'));
    // It still waits.
    const { body: request } = await provisioning.ask(
      'get',
      `/requests/${body.id}`,
      'ada',
    );
    expect(request.state).toBe('awaiting-approval');
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { followSources } from './followSources';

describe('followSources', () => {
  async function follow() {
    const events = mockServices.events.mock();
    const facts = { refresh: jest.fn(), refreshUnknown: jest.fn() };
    await followSources({
      auth: mockServices.auth({ pluginId: 'scorecard' }),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'API',
            metadata: { name: 'payments', namespace: 'default' },
            relations: [
              { type: 'apiProvidedBy', targetRef: 'component:default/shop' },
              { type: 'ownedBy', targetRef: 'group:default/team' },
            ],
          },
        ],
      }),
      events,
      facts,
    });
    return {
      facts,
      async tell(topic: string, eventPayload: unknown) {
        for (const [{ topics, onEvent }] of events.subscribe.mock.calls) {
          if (topics.includes(topic)) {
            await onEvent({ topic, eventPayload });
          }
        }
      },
    };
  }

  it.each([
    ['slo', ['slo']],
    ['delivery', ['delivery', 'kubernetes']],
    ['cost', ['cost']],
    ['provisioning', ['provisioning']],
  ])(
    'has entities asked about that %s tells of',
    async (channel, providers) => {
      const { facts, tell } = await follow();
      const entityRefs = ['component:default/shop'];
      await tell('signals', { channel, message: { entityRefs, subjects: [] } });
      expect(facts.refreshUnknown.mock.calls).toEqual(
        providers.map(provider => [provider, entityRefs]),
      );
    },
  );

  it('has all asked about whose cost is not known once bills are allocated', async () => {
    const { facts, tell } = await follow();
    const say = (subject: string) =>
      tell('signals', {
        channel: 'cost',
        message: { entityRefs: ['cost:all'], subjects: [subject] },
      });
    await say('import');
    expect(facts.refreshUnknown).not.toHaveBeenCalled();
    await say('allocation');
    expect(facts.refreshUnknown.mock.calls).toEqual([['cost', 'all']]);
  });

  it('has an API and what provides it asked about once it has a version', async () => {
    const { facts, tell } = await follow();
    await tell('atrium.api-version-added', {
      entityRef: 'api:default/payments',
    });
    expect(facts.refreshUnknown.mock.calls).toEqual([
      ['api', ['api:default/payments', 'component:default/shop']],
    ]);
  });

  it('has those asked about whose documentation was built', async () => {
    const { facts, tell } = await follow();
    await tell('atrium.docs-built', { entityRef: 'component:default/shop' });
    expect(facts.refresh.mock.calls).toEqual([
      ['docs', ['component:default/shop']],
    ]);
  });
});

import type { DeliveryEventSource } from '@atrium/plugin-delivery-node';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import request from 'supertest';
import { freezeTime } from './__testUtils__/freezeTime';
import { openDatabase } from './__testUtils__/openDatabase';
import { finishedRun, sampleEvent } from './__testUtils__/sampleEvents';
import { sampleComponent } from './__testUtils__/sampleIndex';
import { startDelivery } from './__testUtils__/startDelivery';
import { CatalogChangeStore } from './database/CatalogChangeStore';

const paymentService = 'component:default/payment-service';
const stranger = 'component:default/stranger';

/** Names the repository of another team, by every annotation there is. */
const strangerEntity: Entity = {
  ...sampleComponent(
    'stranger',
    'https://git.acme.example/strangers/toy/src/branch/main/catalog-info.yaml',
    {
      'github.com/project-slug': 'acme/payment-service',
      'backstage.io/source-location':
        'url:https://git.acme.example/acme/payment-service/src/branch/main/',
      'atrium.dev/delivery-service': 'payment-service',
    },
  ),
  relations: [{ type: 'ownedBy', targetRef: 'group:default/strangers' }],
};

/** Its file lies in a repository of catalog files. */
const infra = sampleComponent(
  'infra',
  'https://git.acme.example/acme/catalog/src/branch/main/infra.yaml',
  {
    'backstage.io/source-location':
      'url:https://git.acme.example/acme/infra/src/branch/main/',
  },
);

describe('who gets the events of a repository', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const rerun = jest.fn();
  const source: DeliveryEventSource = {
    id: 'test',
    start: async () => {},
    runController: { canRerun: () => true, rerun },
  };
  let knex: Knex;
  let delivery: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    freezeTime();
    knex = await openDatabase(databases);
    delivery = await startDelivery({
      knex,
      source,
      entities: [strangerEntity, infra],
      config: {
        repositoryRules: {
          catalog: {
            from: 'git.acme.example/acme/catalog',
            repositories: ['git.acme.example/acme/*'],
          },
        },
      },
    });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    freezeTime();
    jest.clearAllMocks();
    await delivery.clear();
  });

  const runsOf = async (entityRef: string) =>
    (await delivery.get(`/runs?entityRef=${entityRef}`)).body.items;

  const startAgain = async (id: string) =>
    request(delivery.server)
      .post(`/api/delivery/runs/${id}/rerun`)
      .set('authorization', mockCredentials.user.header());

  it('leaves runs and deployments to the component whose file lies there', async () => {
    await delivery.store(
      finishedRun('a', '2026-11-25T10:00:00Z'),
      sampleEvent('service.deployed', '2026-11-25T11:00:00Z', {
        subjectId: 'payment-service',
        content: {
          environment: { id: 'production' },
          artifactId: 'pkg:oci/payment-service@1',
        },
      }),
    );
    expect(await runsOf(paymentService)).toMatchObject([{ runId: 'a' }]);
    expect(await runsOf(stranger)).toEqual([]);
    const { body } = await delivery.get(
      `/current-deployments?entityRef=${paymentService}&entityRef=${stranger}`,
    );
    expect(body.items).toMatchObject([{ entityRef: paymentService }]);
  });

  it('gives no deployment of a fork to the component that is called as it', async () => {
    const deployedTo = (id: string, repository: string) =>
      sampleEvent('service.deployed', '2026-11-25T11:00:00Z', {
        // As the module for GitHub calls what names no service.
        subjectId: repository,
        content: {
          environment: { id },
          artifactId: 'pkg:oci/payment-service@1',
        },
        atrium: { repository: `https://git.acme.example/${repository}` },
      });
    await delivery.store(
      deployedTo('production', 'acme-labs/payment-service'),
      deployedTo('staging', 'acme/payment-service'),
    );
    const { body } = await delivery.get(
      `/current-deployments?entityRef=${paymentService}`,
    );
    expect(body.items).toMatchObject([{ environment: 'staging' }]);
  });

  it('gives back what a stranger had, once the claims are read again', async () => {
    await delivery.store(finishedRun('a', '2026-11-25T10:00:00Z'));
    await knex('runs').update({ entity_ref: stranger });
    expect(await runsOf(stranger)).toHaveLength(1);

    const restarted = await startDelivery({ knex, entities: [strangerEntity] });
    await restarted.runTask('delivery-resolve');

    expect(await runsOf(stranger)).toEqual([]);
    expect(await runsOf(paymentService)).toMatchObject([{ runId: 'a' }]);
  });

  it('takes a rule of the configuration for a proof', async () => {
    await delivery.store(
      sampleEvent('pipelinerun.finished', '2026-11-25T10:00:00Z', {
        subjectId: 'plan',
        content: { pipelineName: 'plan', outcome: 'success' },
        atrium: { repository: 'https://git.acme.example/acme/infra' },
      }),
    );
    expect(await runsOf('component:default/infra')).toMatchObject([
      { runId: 'plan' },
    ]);
  });

  it('says to a component what it does not get, and why', async () => {
    const { body } = await delivery.get(
      `/refused-claims?entityRef=${stranger}`,
    );
    expect(body).toEqual({
      repositories: [
        {
          annotation: 'github.com/project-slug',
          repository: 'github.com/acme/payment-service',
          origin: 'git.acme.example/strangers/toy',
          heldBy: [paymentService],
        },
        {
          annotation: 'backstage.io/source-location',
          repository: 'git.acme.example/acme/payment-service',
          origin: 'git.acme.example/strangers/toy',
          heldBy: [paymentService],
        },
      ],
      services: [{ service: 'payment-service', wonBy: paymentService }],
      rivals: [],
    });
    const own = await delivery.get(
      `/refused-claims?entityRef=${paymentService}`,
    );
    expect(own.body).toEqual({
      repositories: [],
      services: [],
      rivals: [
        {
          entityRef: stranger,
          annotations: [
            'github.com/project-slug',
            'backstage.io/source-location',
          ],
          repository: 'git.acme.example/acme/payment-service',
        },
      ],
    });
    for (const [entityRef, status] of [
      ['component:default/hidden', 404],
      ['system:default/billing', 400],
    ] as const) {
      const answer = await delivery.get(
        `/refused-claims?entityRef=${entityRef}`,
      );
      expect(answer.status).toBe(status);
    }
  });

  it('notifies the owners of both sides of a conflict, once', async () => {
    delivery.failing.add('notifications');
    await delivery.runTask('delivery-claims');
    expect(delivery.notifications).toEqual([]);

    delivery.failing.clear();
    await delivery.runTask('delivery-claims');
    await delivery.runTask('delivery-claims');
    const replica = await startDelivery({ knex, entities: [strangerEntity] });
    await replica.runTask('delivery-claims');

    expect(replica.notifications).toEqual([]);
    expect(delivery.notifications).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['group:default/team-payments'],
        },
        payload: {
          title: 'git.acme.example/acme/payment-service is claimed by stranger',
          description:
            'The claim does not count: its runs stay with payment-service. If it is a mistake, ask the owners of stranger to correct their annotations. If it is meant, ask the platform team for a rule.',
          metadata: {
            messages: {
              title: [
                {
                  key: 'delivery.claim.isClaimed',
                  values: {
                    repository: 'git.acme.example/acme/payment-service',
                    claimants: { list: ['stranger'], more: 0 },
                  },
                },
              ],
              description: [
                {
                  key: 'delivery.claim.holderKeeps',
                  values: {
                    holder: 'payment-service',
                    claimants: { list: ['stranger'], more: 0 },
                  },
                },
              ],
            },
          },
          link: '/catalog/default/component/payment-service/delivery',
          severity: 'normal',
          topic: 'repository-claims',
          scope: expect.stringMatching(/^delivery:claims:[0-9a-f]{64}$/),
        },
      },
      {
        recipients: { type: 'entity', entityRef: ['group:default/strangers'] },
        payload: {
          title:
            'stranger claims git.acme.example/acme/payment-service, which belongs to payment-service',
          description:
            'The claim does not count, so the runs are not shown for stranger. Correct github.com/project-slug and backstage.io/source-location in its catalog-info.yaml. If the repository is yours, ask the platform team for a rule.',
          metadata: {
            messages: {
              title: [
                {
                  key: 'delivery.claim.ofAnother',
                  values: {
                    claimant: 'stranger',
                    repository: 'git.acme.example/acme/payment-service',
                    holder: 'payment-service',
                  },
                },
              ],
              description: [
                {
                  key: 'delivery.claim.correct',
                  values: {
                    claimant: 'stranger',
                    annotations: {
                      list: [
                        'github.com/project-slug',
                        'backstage.io/source-location',
                      ],
                    },
                  },
                },
              ],
            },
          },
          link: '/catalog/default/component/stranger/delivery',
          severity: 'normal',
          topic: 'repository-claims',
          scope: expect.stringMatching(/^delivery:claims:[0-9a-f]{64}$/),
        },
      },
    ]);
  });

  it('notifies again once the conflict has ended and come back', async () => {
    const entities = [strangerEntity];
    const portal = await startDelivery({ knex, entities });
    const look = async () => {
      portal.notifications.length = 0;
      // As when the catalog tells that a component changed.
      await new CatalogChangeStore(knex).add();
      await portal.runTask('delivery-claims');
      return portal.notifications.length;
    };
    const annotations = strangerEntity.metadata.annotations;
    expect(await look()).toBe(2);

    strangerEntity.metadata.annotations = {};
    freezeTime(new Date('2026-11-26T12:01:00Z'));
    expect(await look()).toBe(0);

    strangerEntity.metadata.annotations = annotations;
    expect(await look()).toBe(2);
  });

  it('lets nobody start a run again that an event alone gives to their component', async () => {
    await delivery.store(
      sampleEvent('pipelinerun.finished', '2026-11-25T10:00:00Z', {
        subjectId: 'taken',
        content: { pipelineName: 'build', outcome: 'failure' },
        atrium: { entityRef: stranger, repository: 'acme/payment-service' },
      }),
      finishedRun('own', '2026-11-25T10:00:00Z', 'failure'),
    );
    const [taken] = await runsOf(stranger);
    const { body } = await delivery.get(`/runs/${taken.id}`);
    expect(body.canRerun).toBe(false);
    const refused = await startAgain(taken.id);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain(
      'whose catalog-info.yaml does not lie there',
    );
    expect(rerun).not.toHaveBeenCalled();

    const [own] = await runsOf(paymentService);
    expect((await startAgain(own.id)).status).toBe(202);
  });
});

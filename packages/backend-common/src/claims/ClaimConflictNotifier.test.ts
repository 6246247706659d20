import { MessageWriter } from '@atrium/common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { ClaimConflictNotifier } from './ClaimConflictNotifier';
import type { ClaimConflict } from './ClaimConflictStore';

const ref = (name: string) => `component:default/${name}`;
const words = new MessageWriter({
  messages: { test: '{{claimant}} > {{holder}}' } as const,
});
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

function component(name: string, owner?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    relations: owner
      ? [{ type: 'ownedBy', targetRef: `group:default/${owner}` }]
      : [],
  };
}

function titled(name: string, title: string, owner: string): Entity {
  const entity = component(name, owner);
  return { ...entity, metadata: { ...entity.metadata, title } };
}

function conflict(claimant: string): ClaimConflict {
  return { claimantRef: ref(claimant), holderRef: ref('pay'), subject: 'repo' };
}

describe('ClaimConflictNotifier', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let present: ClaimConflict[];
  /** Who was told what, in order. */
  let sent: string[];
  let scopes: Set<string | undefined>;
  let isDown: boolean;
  let isKnown: boolean;

  /** As each replica has its own. */
  function createNotifier() {
    return new ClaimConflictNotifier({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          component('pay', 'payments'),
          component('stranger', 'other'),
          component('rival', 'rivals'),
          component('nobodys'),
          titled('long', 'x'.repeat(300), 'other'),
        ],
      }),
      logger: mockServices.logger.mock(),
      notifications: {
        async send({ recipients, payload }: NotificationSendOptions) {
          if (isDown) {
            throw new Error('The notifications do not answer');
          }
          const { entityRef } = recipients as { entityRef: string[] };
          sent.push(`${entityRef}: ${payload.title}`);
          scopes.add(payload.scope);
        },
      },
      knex,
      findConflicts: async () => {
        if (!isKnown) {
          throw new Error('The catalog does not answer');
        }
        return present;
      },
      forgetAfterMs: 24 * 60 * 60_000,
      messages: {
        scope: 'test',
        topic: 'test',
        tab: 'tab',
        describeToHolder: (_, { holder, claimants }) =>
          words.notification({
            title: words.describe('test', { claimant: claimants, holder }),
          }),
        describeToClaimant: (_, names) =>
          words.notification({ title: words.describe('test', names) }),
      },
    });
  }

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    // As the migrations of plugins make it.
    await knex.raw(`
      CREATE TABLE claim_conflicts (
        claimant_ref text NOT NULL,
        subject text NOT NULL,
        last_seen_at timestamptz NOT NULL,
        is_sent boolean NOT NULL DEFAULT false,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (claimant_ref, subject)
      )`);
    present = [conflict('stranger')];
    sent = [];
    scopes = new Set();
    isDown = false;
    isKnown = true;
  });

  const toOwners = [
    'group:default/payments: stranger > pay',
    'group:default/other: stranger > pay',
  ];

  it('tells each owner once, whichever replica looks', async () => {
    isDown = true;
    await createNotifier().run(day(1));
    expect(sent).toEqual([]);

    isDown = false;
    await createNotifier().run(day(1));
    await createNotifier().run(day(1));
    await createNotifier().run(day(5));

    expect(sent).toEqual(toOwners);
    expect(scopes.size).toBe(2);
  });

  it('tells of a later claimant, and the holder of all', async () => {
    await createNotifier().run(day(1));
    sent = [];
    present = [conflict('nobodys'), conflict('rival'), conflict('stranger')];

    await createNotifier().run(day(1));

    expect(sent).toEqual([
      'group:default/payments: nobodys, rival and stranger > pay',
      'group:default/rivals: rival > pay',
    ]);
    // The first takes the place of what the same owners were told before.
    expect(scopes.size).toBe(3);
  });

  it('tells again of what ended and came back', async () => {
    await createNotifier().run(day(1));
    present = [];
    await createNotifier().run(day(3));
    present = [conflict('stranger')];

    await createNotifier().run(day(3));

    expect(sent).toEqual([...toOwners, ...toOwners]);
  });

  it('forgets nothing while the conflicts are not known', async () => {
    const notifier = createNotifier();
    await notifier.run(day(1));
    isKnown = false;
    await expect(notifier.run(day(5))).rejects.toThrow('does not answer');
    isKnown = true;

    await notifier.run(day(5));

    expect(sent).toEqual(toOwners);
  });

  it('shortens what the notifications plugin would refuse', async () => {
    present = [conflict('long')];

    await createNotifier().run(day(1));

    expect(sent).toEqual([
      `group:default/payments: ${'x'.repeat(254)}…`,
      `group:default/other: ${'x'.repeat(254)}…`,
    ]);
  });

  it('gives up after twelve attempts', async () => {
    isDown = true;
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await createNotifier().run(day(1));
    }
    isDown = false;

    await createNotifier().run(day(1));

    expect(sent).toEqual([]);
  });
});

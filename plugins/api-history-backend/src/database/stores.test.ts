import { openDatabase } from '@atrium/backend-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { NoticeStore } from './NoticeStore';
import { PushStore } from './PushStore';
import { SweepStore } from './SweepStore';
import { VersionStore } from './VersionStore';
import type { NewVersion } from './VersionStore';

const payments = 'api:default/payment-api';
const orders = 'api:default/order-api';
const removed = {
  severity: 'breaking' as const,
  rule: 'operation-removed',
  locations: ['POST /refunds'],
  totalLocations: 1,
  message: 'The operation was removed.',
};
const added = { ...removed, severity: 'compatible' as const, rule: 'x-added' };

function version(number: number, rest: Partial<NewVersion> = {}): NewVersion {
  return {
    entityRef: payments,
    type: 'openapi',
    createdAt: `2026-11-0${number}T12:00:00.123Z`,
    sizeBytes: 10,
    hasDefinition: true,
    isValid: true,
    definition: `definition ${number}`,
    contentHash: `hash ${number}`,
    latestNumber: number - 1,
    etag: `etag ${number}`,
    textHash: `text ${number}`,
    ...rest,
  };
}

function breaking(number: number, rest: Partial<NewVersion> = {}): NewVersion {
  return version(number, {
    comparedTo: number - 1,
    counts: { breaking: 1, risky: 0, compatible: 1 },
    comparison: {
      comparedTo: number - 1,
      changes: [removed, added],
      isTruncated: false,
    },
    ...rest,
  });
}

describe('the stores', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let client: Knex;
  let versions: VersionStore;
  let sweeps: SweepStore;
  let notices: NoticeStore;
  let pushes: PushStore;

  beforeEach(async () => {
    client = await databases.init('POSTGRES_18');
    await openDatabase(
      { getClient: async () => client },
      { packageName: '@atrium/plugin-api-history-backend' },
    );
    versions = new VersionStore(client);
    sweeps = new SweepStore(client);
    notices = new NoticeStore(client);
    pushes = new PushStore(client);
    await sweeps.markSeen([payments, orders], 1);
  });

  it('take their tables back', async () => {
    await client.migrate.rollback({
      directory: `${__dirname}/../../migrations`,
    });
    expect(await client.schema.hasTable('versions')).toBe(false);
  });

  it('keep a version with all that is known of it', async () => {
    const full = breaking(2, {
      version: '2.1.0',
      commit: { id: 'abc', url: 'https://git.example/c/abc' },
      sourceUrl: 'https://git.example/catalog-info.yaml',
    });
    await versions.addVersion(version(1));
    const kept = await versions.addVersion(full);

    expect(kept).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      entityRef: payments,
      number: 2,
      version: '2.1.0',
      type: 'openapi',
      createdAt: '2026-11-02T12:00:00.123Z',
      commit: { id: 'abc', url: 'https://git.example/c/abc' },
      sourceUrl: 'https://git.example/catalog-info.yaml',
      sizeBytes: 10,
      hasDefinition: true,
      isValid: true,
      error: undefined,
      comparedTo: 1,
      counts: { breaking: 1, risky: 0, compatible: 1 },
    });
    const id = kept?.id ?? '';
    expect(await versions.getVersion(id)).toEqual(kept);
    expect(await versions.getVersionByNumber(payments, 2)).toEqual(kept);
    expect(await versions.getLatest(payments)).toEqual({
      ...kept,
      contentHash: 'hash 2',
    });
    expect(await versions.getDefinition(id)).toBe('definition 2');
    expect(await versions.getComparison(id)).toEqual({
      comparedTo: 1,
      changes: [removed, added],
      isTruncated: false,
      textOnlyReason: undefined,
      textOnlyMessages: undefined,
    });
    expect(await sweeps.getSeen([payments, 'api:default/none'])).toEqual(
      new Map([[payments, { etag: 'etag 2', textHash: 'text 2' }]]),
    );
  });

  it('keep what PostgreSQL has no place for without it', async () => {
    await versions.addVersion(
      version(1, { isValid: false, error: { message: 'at \0 and \ud800' } }),
    );
    await versions.addVersion(
      breaking(2, {
        version: '1\0',
        comparison: {
          comparedTo: 1,
          changes: [{ ...removed, path: '\\u0000 \0 \ud800' }],
        },
      }),
    );

    const [second, first] = (
      await versions.listVersions(payments, { limit: 9 })
    ).items;
    expect(first.error?.message).toBe('at  and \ufffd');
    expect(second.version).toBe('1');
    expect(await versions.getComparison(second.id)).toMatchObject({
      changes: [{ path: '\\u0000  \ufffd' }],
    });
  });

  it('keep one of two versions that come at the same time', async () => {
    const results = await Promise.all([
      versions.addVersion(version(1)),
      versions.addVersion(version(1, { definition: 'another' })),
    ]);

    expect(results.filter(result => result !== undefined)).toHaveLength(1);
    expect(
      (await versions.listVersions(payments, { limit: 9 })).totalItems,
    ).toBe(1);
  });

  it('tell the last valid version, and list all by pages', async () => {
    await versions.addVersion(version(1));
    await versions.addVersion(version(2));
    await versions.addVersion(
      version(3, {
        isValid: false,
        error: { message: 'Broken', line: 3 },
        hasDefinition: false,
        definition: undefined,
      }),
    );

    const broken = await versions.getVersionByNumber(payments, 3);
    expect(broken).toMatchObject({
      isValid: false,
      hasDefinition: false,
      error: { message: 'Broken', line: 3 },
    });
    expect(await versions.getDefinition(broken?.id ?? '')).toBeUndefined();
    expect(await versions.getLastValid(payments)).toMatchObject({ number: 2 });
    expect(await versions.getLastValid(payments, 2)).toMatchObject({
      number: 1,
    });
    expect(await versions.getLastValid(orders)).toBeUndefined();
    const page = await versions.listVersions(payments, {
      limit: 2,
      beforeNumber: 3,
    });
    expect(page.totalItems).toBe(3);
    expect(page.items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('remove the oldest versions and never the last valid one', async () => {
    const error = { message: 'Broken' };
    await versions.addVersion(version(1));
    await versions.addVersion(version(2));
    for (const number of [3, 4, 5]) {
      await versions.addVersion(version(number, { isValid: false, error }));
    }

    expect(await versions.pruneVersions(payments, 2)).toBe(2);
    const { items } = await versions.listVersions(payments, { limit: 9 });
    expect(items.map(({ number }) => number)).toEqual([5, 4, 2]);
    expect(await versions.addVersion(version(6))).toMatchObject({ number: 6 });
    expect(await versions.pruneVersions(orders, 2)).toBe(0);
  });

  it('list breaking versions of some APIs since an instant', async () => {
    await versions.addVersion(version(1));
    await versions.addVersion(breaking(2));
    await versions.addVersion(breaking(3));
    await versions.addVersion(version(1, { entityRef: orders }));
    await versions.addVersion(breaking(2, { entityRef: orders }));
    const since = '2026-11-01T00:00:00.000Z';

    expect(await versions.listBrokenApis({ since }, 10)).toEqual([
      payments,
      orders,
    ]);
    expect(
      await versions.listBrokenApis({ since: '2026-11-03T00:00:00.000Z' }, 10),
    ).toEqual([payments]);
    const filter = { entityRefs: [payments], since };
    const first = await versions.listBreaking(filter, { limit: 1 });
    expect(first).toMatchObject({
      totalItems: 2,
      items: [{ version: { number: 3 }, changes: [removed] }],
    });
    const { createdAt, id } = first.items[0].version;
    const second = await versions.listBreaking(filter, {
      limit: 1,
      after: { createdAt, id },
    });
    expect(second.items).toMatchObject([{ version: { number: 2 } }]);
  });

  it('remember where a sweep is, and what it did not meet', async () => {
    expect(await sweeps.getSweep()).toEqual({ number: 1 });
    await sweeps.saveSweep({ number: 2, cursor: 'c' });
    expect(await sweeps.getSweep()).toEqual({ number: 2, cursor: 'c' });
    await sweeps.saveSweep({ number: 3 });
    expect(await sweeps.getSweep()).toEqual({ number: 3 });

    await versions.addVersion(version(1));
    await versions.addVersion(version(1, { entityRef: orders }));
    await sweeps.markSeen([orders], 3);
    const now = new Date('2026-11-20T00:00:00Z');
    await sweeps.markUnseenDeleted(3, now);
    expect(await sweeps.removeDeleted(now)).toBe(0);
    // It comes back, and is not removed.
    await sweeps.markSeen([payments], 4);
    expect(await sweeps.removeDeleted(new Date('2026-12-20T00:00:00Z'))).toBe(
      0,
    );

    await sweeps.markUnseenDeleted(4, now);
    expect(await sweeps.removeDeleted(new Date('2026-12-20T00:00:00Z'))).toBe(
      1,
    );
    expect((await versions.listVersions(orders, { limit: 9 })).totalItems).toBe(
      0,
    );
    expect(
      (await versions.listVersions(payments, { limit: 9 })).totalItems,
    ).toBe(1);
  });

  it('remember who was told and who still has to be', async () => {
    const now = new Date('2026-11-10T00:00:00Z');
    const later = new Date('2026-11-10T01:00:00Z');
    await versions.addVersion(version(1));
    const broken = await versions.addVersion(breaking(2));
    const versionId = broken?.id ?? '';
    const one = {
      versionId,
      ownerRef: 'group:default/a',
      consumers: ['A', 'B'],
    };
    const other = { versionId, ownerRef: 'group:default/b', consumers: ['C'] };

    expect(await notices.listUnannounced(10)).toEqual([versionId]);
    await notices.announce(versionId, [one, other], now);
    await notices.announce(versionId, [one], now);
    expect(await notices.listUnannounced(10)).toEqual([]);
    expect(await notices.listDue(now, 10)).toEqual(
      expect.arrayContaining([
        { ...one, attempts: 0 },
        { ...other, attempts: 0 },
      ]),
    );

    await notices.markSent(one, now);
    await notices.markFailed(other, later);
    expect(await notices.listDue(now, 10)).toEqual([]);
    expect(await notices.listDue(later, 10)).toEqual([
      { ...other, attempts: 1 },
    ]);
    await notices.markFailed(other, undefined);
    expect(await notices.listDue(later, 10)).toEqual([]);
  });

  it('remember the last push to a branch', async () => {
    const repositoryUrl = 'https://git.example/acme/payments';
    const push = (id: string, branch = 'main') => ({
      repositoryUrl,
      branch,
      commit: { id },
    });
    const noon = new Date('2026-11-10T12:00:00Z');
    const one = new Date('2026-11-10T13:00:00Z');
    await pushes.savePush(push('old'), noon);
    await pushes.savePush(push('feature', 'feature'), noon);
    await pushes.savePush(push('new'), one);

    const url = `${repositoryUrl}/src/branch/main/catalog-info.yaml`;
    expect(await pushes.listPushes(url, noon)).toEqual([
      push('new'),
      push('feature', 'feature'),
    ]);
    expect(await pushes.listPushes(url, one)).toEqual([push('new')]);
    expect(
      await pushes.listPushes('https://git.example/acme/payments-sdk/x', noon),
    ).toEqual([]);
    expect(await pushes.removePushes(one)).toBe(1);
  });
});

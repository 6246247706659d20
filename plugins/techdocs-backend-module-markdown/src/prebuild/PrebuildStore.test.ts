import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  type ClaimedSite,
  type DiscoveredSite,
  PrebuildStore,
} from './PrebuildStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const repository = 'https://git.acme.example/acme/shop';

function site(name: string, part: Partial<DiscoveredSite> = {}) {
  return {
    entityRef: `component:default/${name}`,
    fingerprint: 'first',
    repositoryUrl: repository,
    ...part,
  };
}

let knex: Knex;
let store: PrebuildStore;

beforeAll(async () => {
  knex = await databases.init('POSTGRES_18');
  store = await PrebuildStore.create(
    mockServices.database.mock({ getClient: async () => knex }),
  );
});

beforeEach(() => knex('markdown_prebuild_sites').delete());

async function claim(): Promise<ClaimedSite> {
  const claimed = await store.claim(60);
  if (!claimed) {
    throw new Error('Nothing is due');
  }
  return claimed;
}

const done = { isSuccess: true, nextInSeconds: 3600 };

it('makes new and changed sites due, and forgets those that are gone', async () => {
  await expect(store.synchronize([site('a'), site('b')])).resolves.toEqual({
    addedCount: 2,
    changedCount: 0,
    removedCount: 0,
  });
  await store.finish(await claim(), done);
  await store.finish(await claim(), done);
  await expect(store.claim(60)).resolves.toBeUndefined();

  const changed = site('a', { fingerprint: 'second' });
  await expect(store.synchronize([changed, site('c')])).resolves.toEqual({
    addedCount: 1,
    changedCount: 1,
    removedCount: 1,
  });
  const due = [await claim(), await claim()].map(({ entityRef }) => entityRef);
  expect(due.sort()).toEqual(['component:default/a', 'component:default/c']);
  await expect(store.claim(60)).resolves.toBeUndefined();
});

it('gives each site to one replica only', async () => {
  const sites = Array.from({ length: 20 }, (_, index) => site(`s${index}`));
  await store.synchronize(sites);
  const claims = await Promise.all(
    Array.from({ length: 30 }, () => store.claim(60)),
  );
  const refs = claims.flatMap(claimed => claimed?.entityRef ?? []);
  expect(new Set(refs).size).toBe(20);
  expect(refs).toHaveLength(20);
});

it('gives a site away again when its replica has vanished', async () => {
  await store.synchronize([site('a')]);
  await store.claim(-1);
  await expect(store.claim(60)).resolves.toEqual({
    entityRef: 'component:default/a',
    revision: 1,
    attemptCount: 0,
  });
});

it('counts attempts until one succeeds or something changes', async () => {
  await store.synchronize([site('a')]);
  const failure = { isSuccess: false, error: 'no host', nextInSeconds: 0 };
  await store.finish(await claim(), failure);
  const second = await claim();
  expect(second.attemptCount).toBe(1);
  await store.finish(second, failure);
  await expect(
    knex('markdown_prebuild_sites').first('last_error', 'checked_at'),
  ).resolves.toEqual({ last_error: 'no host', checked_at: null });

  await expect(store.markChanged([repository])).resolves.toBe(1);
  const third = await claim();
  expect(third.attemptCount).toBe(0);
  await store.finish(third, done);
  await expect(
    knex('markdown_prebuild_sites').first('last_error', 'checked_at'),
  ).resolves.toEqual({ last_error: null, checked_at: expect.any(Date) });
});

it('does not lose a push that comes during a build', async () => {
  await store.synchronize([site('a'), site('b', { repositoryUrl: undefined })]);
  await store.finish(await claim(), done);
  await store.finish(await claim(), done);

  await store.markChanged([repository, 'https://git.acme.example/acme/other']);
  const building = await claim();
  await store.markChanged([repository]);
  await store.finish(building, done);
  await expect(store.claim(60)).resolves.toEqual(
    expect.objectContaining({ entityRef: 'component:default/a' }),
  );
  await expect(store.claim(60)).resolves.toBeUndefined();
});

it('keeps a site due when its build was broken off', async () => {
  await store.synchronize([site('a')]);
  await store.release(await claim());
  await expect(store.claim(60)).resolves.toBeDefined();
});

import { openDatabase } from '@atrium/backend-common';
import { freezeTime } from '@atrium/backend-common/testUtils';
import { YamlReader } from '@atrium/backend-common/workers';
import type { UrlReaderServiceReadUrlOptions } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConflictStore } from '../database/ConflictStore';
import { Conflicts } from './Conflicts';

const SHOP = 'https://git.acme.example/acme/shop/src/branch/main/shop.yaml';
const COPY = 'https://git.acme.example/acme/copy/src/branch/main/copy.yaml';

const component = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
});

/** A file with components, as JSON, which is YAML as well. */
const fileOf = (...names: string[]): string =>
  names.map(name => JSON.stringify(component(name))).join('\n---\n');

describe('Conflicts', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const yaml = new YamlReader();
  const never = new AbortController().signal;
  const files = new Map<string, { content: string; etag?: string }>();
  const reads: { url: string; etag: string | undefined }[] = [];
  let conflicts: Conflicts;
  let readUrl: (
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ) => Promise<{ buffer(): Promise<Buffer>; etag?: string }>;

  beforeEach(async () => {
    freezeTime('2026-11-27T10:00:00Z');
    const knex = await databases.init('POSTGRES_18');
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-catalog-health-backend' },
    );
    files.clear();
    reads.length = 0;
    readUrl = async (url, options) => {
      reads.push({ url, etag: options?.etag });
      const file = files.get(url);
      if (!file) {
        throw new NotFoundError();
      }
      if (file.etag !== undefined && file.etag === options?.etag) {
        throw new NotModifiedError();
      }
      return { etag: file.etag, buffer: async () => Buffer.from(file.content) };
    };
    const annotations = { 'backstage.io/managed-by-location': `url:${SHOP}` };
    conflicts = new Conflicts({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: Array.from({ length: 40 }, (_, index) => ({
          ...component(`c${index}`),
          metadata: { name: `c${index}`, annotations },
        })),
      }),
      logger: mockServices.logger.mock(),
      reader: mockServices.urlReader.mock({
        readUrl: async (url, options) => readUrl(url, options),
      }),
      store: new ConflictStore(knex),
      yaml,
    });
  });

  afterEach(() => jest.useRealTimers());
  afterAll(() => yaml.close());

  const report = (name: string, url = COPY) =>
    conflicts.onConflict({
      entityRef: `component:default/${name}`,
      newLocationKey: `url:${url}`,
      existingLocationKey: `url:${SHOP}`,
    });

  const listRefs = async (signal = never) =>
    (await conflicts.list(signal)).conflicts.map(({ entityRef }) => entityRef);

  const push = (repository = 'copy', branch = 'main') =>
    conflicts.onPush({
      repositoryUrl: `https://git.acme.example/acme/${repository}`,
      branch,
    });

  const wait = (minutes: number) =>
    jest.setSystemTime(Date.now() + minutes * 60_000);

  it('reads a file once for all that it states, half an hour later', async () => {
    files.set(COPY, { content: fileOf('c0', 'c1'), etag: 'one' });
    await report('c0');
    await report('c1');
    const both = ['component:default/c0', 'component:default/c1'];
    expect(await listRefs()).toEqual(both);
    wait(29);
    expect(await listRefs()).toEqual(both);
    expect(reads).toEqual([]);

    wait(1);
    expect(await listRefs()).toEqual(both);
    expect(await listRefs()).toEqual(both);
    expect(reads).toEqual([{ url: COPY, etag: undefined }]);

    wait(30);
    expect(await listRefs()).toEqual(both);
    expect(reads.slice(1)).toEqual([{ url: COPY, etag: 'one' }]);

    wait(30);
    files.set(COPY, { content: fileOf('c1'), etag: 'two' });
    expect(await listRefs()).toEqual(['component:default/c1']);
    expect(reads.slice(2)).toEqual([{ url: COPY, etag: 'one' }]);
  });

  it('looks at once when somebody pushed to the branch of the file', async () => {
    await report('c0');
    await push('shop');
    await push('copy', 'next');
    expect(await listRefs()).toEqual(['component:default/c0']);
    await push();
    expect(await listRefs()).toEqual([]);
    expect(reads).toEqual([{ url: COPY, etag: undefined }]);
  });

  it('reads the whole file when another conflict came since', async () => {
    files.set(COPY, { content: fileOf('c0'), etag: 'one' });
    await report('c0');
    await push();
    await listRefs();
    await report('c1');
    await push();

    expect(await listRefs()).toEqual(['component:default/c0']);
    expect(reads.map(({ etag }) => etag)).toEqual([undefined, undefined]);
  });

  it('keeps what cannot be read, and tries again after five minutes', async () => {
    readUrl = async url => {
      reads.push({ url, etag: undefined });
      throw new Error('429 Too Many Requests');
    };
    await report('c0');
    await push();
    expect(await listRefs()).toEqual(['component:default/c0']);
    expect(await listRefs()).toEqual(['component:default/c0']);
    expect(reads).toHaveLength(1);
    wait(5);
    await listRefs();
    expect(reads).toHaveLength(2);
  });

  it('looks at 30 files in one go, and at the rest with the next', async () => {
    for (let index = 0; index < 40; index++) {
      await report(`c${index}`, `${COPY}-${index}`);
    }
    wait(30);
    expect(await listRefs()).toHaveLength(10);
    expect(reads).toHaveLength(30);
    expect(await listRefs()).toEqual([]);
    expect(reads).toHaveLength(40);
  });

  it('stops when the task has to end', async () => {
    const task = new AbortController();
    readUrl = (url, options) =>
      new Promise((_, reject) => {
        reads.push({ url, etag: options?.etag });
        options?.signal?.addEventListener('abort', () =>
          reject(new Error('aborted')),
        );
        task.abort();
      });
    await report('c0');
    await report('c1', `${COPY}-1`);
    wait(30);
    expect(await listRefs(task.signal)).toHaveLength(2);
    expect(reads).toHaveLength(1);
  });
});

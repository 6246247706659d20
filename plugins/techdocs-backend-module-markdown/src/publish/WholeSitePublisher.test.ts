import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { lstat, readdir } from 'node:fs/promises';
import { WholeSitePublisher } from './WholeSitePublisher';

const SITE = 'published/default/component/payments';
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'Payments', namespace: 'default' },
};

const directory = createMockDirectory();

async function createPublisher(type = 'local') {
  return WholeSitePublisher.fromConfig(
    new ConfigReader({
      techdocs: {
        publisher: {
          type,
          local: { publishDirectory: directory.resolve('published') },
        },
      },
    }),
    {
      logger: mockServices.logger.mock(),
      discovery: mockServices.discovery(),
    },
  );
}

beforeEach(() => directory.clear());

async function listVersions(): Promise<string[]> {
  return readdir(
    directory.resolve('published/default/component/.versions/payments'),
  );
}

describe('WholeSitePublisher', () => {
  it('exchanges a site as a whole, and keeps no page of the old one', async () => {
    directory.setContent({
      first: { 'index.html': 'old', 'removed.html': 'old' },
      second: { 'index.html': 'new', 'techdocs_metadata.json': '{"etag":"2"}' },
    });
    const publisher = await createPublisher();
    await publisher?.publish({ entity, directory: directory.resolve('first') });
    const answer = await publisher?.publish({
      entity,
      directory: directory.resolve('second'),
    });

    expect(answer?.objects?.sort()).toEqual([
      'default/component/payments/index.html',
      'default/component/payments/techdocs_metadata.json',
    ]);
    expect(await readdir(directory.resolve(SITE))).toEqual([
      'index.html',
      'techdocs_metadata.json',
    ]);
    expect((await lstat(directory.resolve(SITE))).isSymbolicLink()).toBe(true);
    expect(await listVersions()).toHaveLength(1);
    expect(await publisher?.hasDocsBeenGenerated(entity)).toBe(true);
    expect(
      await publisher?.fetchTechDocsMetadata({
        kind: 'Component',
        namespace: 'default',
        name: 'payments',
      }),
    ).toEqual({ etag: '2' });
  });

  it('leaves the old site where the new one cannot be copied', async () => {
    directory.setContent({ first: { 'index.html': 'old' } });
    const publisher = await createPublisher();
    await publisher?.publish({ entity, directory: directory.resolve('first') });

    await expect(
      publisher?.publish({ entity, directory: directory.resolve('missing') }),
    ).rejects.toThrow();
    expect(directory.content({ path: SITE })).toEqual({ 'index.html': 'old' });
  });

  it('takes the place of a folder that the stock publisher has left', async () => {
    directory.setContent({
      [SITE]: { 'index.html': 'old', 'removed.html': 'old' },
      second: { 'index.html': 'new' },
    });
    const publisher = await createPublisher();
    await publisher?.publish({
      entity,
      directory: directory.resolve('second'),
    });

    expect(await readdir(directory.resolve(SITE))).toEqual(['index.html']);
  });

  it('leaves other kinds of publishers to the stock', async () => {
    expect(await createPublisher('awsS3')).toBeUndefined();
  });
});

import {
  EntityFileReader,
  readDueFiles,
  NAMED_BY_ENTITY,
  RepositoryFileStore,
} from '@atrium/backend-common';
import { createFileReader } from '@atrium/backend-common/testUtils';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';

const A = 'https://git.acme.example/platform/cost/src/branch/main/a.yaml';
const B = 'https://git.acme.example/shop/cost/src/branch/main/b.yaml';

describe('the files of rules', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('are read when they are found, and again when somebody pushed', async () => {
    const knex = await openTestDatabase(databases);
    const store = new RepositoryFileStore(knex, {
      table: 'allocation_files',
      naming: NAMED_BY_ENTITY,
    });
    const contents = new Map([
      [A, 'one'],
      [B, 'two'],
    ]);
    const reader = new EntityFileReader({
      reader: createFileReader(contents),
      maxFileBytes: 1_000,
    });
    const read = () =>
      readDueFiles({
        files: store,
        logger: mockServices.logger.mock(),
        reader,
        subject: 'rules of cost',
      });
    const known = async () =>
      (await store.list()).map(({ content, problem, refusal }) => [
        content,
        refusal ?? problem,
      ]);
    await store.saveFolder(new Map([['own.yaml', 'own']]));
    await store.syncRepositoryFiles([
      { source: A, entityRef: 'component:default/cost' },
      { source: B, refusal: 'Not here' },
    ]);
    await read();
    expect(await known()).toEqual([
      ['one', undefined],
      [undefined, 'Not here'],
      ['own', undefined],
    ]);
    contents.set(A, 'three');
    await read();
    expect((await known())[0]).toEqual(['one', undefined]);
    await store.markPushed('https://git.acme.example/Platform/cost');
    await read();
    expect((await known())[0]).toEqual(['three', undefined]);
    await store.syncRepositoryFiles([{ source: B }]);
    await read();
    expect(await known()).toEqual([
      ['two', undefined],
      ['own', undefined],
    ]);
  });

  it('are read again where somebody pushed while they were read', async () => {
    const knex = await openTestDatabase(databases);
    const store = new RepositoryFileStore(knex, {
      table: 'allocation_files',
      naming: NAMED_BY_ENTITY,
    });
    const push = () =>
      store.markPushed('https://git.acme.example/platform/cost');
    const rereadAfterMs = 600_000;
    await store.syncRepositoryFiles([{ source: A }]);

    const [first] = await store.listDue();
    await push();
    await store.saveRead({ ...first, content: 'before' }, { rereadAfterMs });
    // Nobody knows whether it is from after the push.
    expect(await store.listCheckedAt()).toEqual(new Map());
    const [second] = await store.listDue();
    expect(second).toMatchObject({ source: A, content: 'before' });

    await push();
    await store.postpone(second, rereadAfterMs);
    const [third] = await store.listDue();
    await store.saveRead({ ...third, content: 'after' }, { rereadAfterMs });
    expect(await store.listDue()).toEqual([]);
    expect([...(await store.listCheckedAt()).keys()]).toEqual([A]);
  });
});

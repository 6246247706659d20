import { TestDatabases } from '@backstage/backend-test-utils';
import { createTestDatabase } from './__testUtils__';
import { selectInTurn } from './selectInTurn';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const host = 'url:https://git.acme.example';

it('takes some rows of each repository in turn, and of each of its files', async () => {
  const knex = await createTestDatabase(databases);
  await knex.schema.createTable('found', table => {
    table.text('file');
    table.text('name');
  });
  await knex('found').insert(
    [
      [`${host}/acme/a/src/one.yaml`, 'a1 a2 a3 a4'],
      [`${host}/acme/a/src/two.yaml`, 'b1 b2'],
      [`${host}/acme/c/src/one.yaml`, 'c1'],
      ['component:default/d', 'd1'],
    ].flatMap(([file, names]) =>
      names.split(' ').map(name => ({ file, name })),
    ),
  );
  const select = async (limit: number) => {
    const { rows, isTruncated } = await selectInTurn<{ name: string }>(
      knex('found').select('file', 'name'),
      knex,
      { file: 'file', orderBy: ['name'], perRepository: 5, limit },
    );
    return [rows.map(({ name }) => name).join(' '), isTruncated];
  };
  // The first repository has a sixth row, a4.
  expect(await select(9)).toEqual(['a1 c1 d1 b1 a2 b2 a3', false]);
  expect(await select(7)).toEqual(['a1 c1 d1 b1 a2 b2 a3', false]);
  expect(await select(4)).toEqual(['a1 c1 d1 b1', true]);
});

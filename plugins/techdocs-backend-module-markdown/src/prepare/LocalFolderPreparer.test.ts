import { createMockDirectory } from '@backstage/backend-test-utils';
import { LocalFolderPreparer } from './LocalFolderPreparer';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'atrium' },
};
const directory = createMockDirectory();

function createPreparer(etag: string) {
  return new LocalFolderPreparer({
    shouldCleanPreparedDirectory: () => false,
    prepare: async () => ({ preparedDir: directory.path, etag }),
  });
}

beforeEach(() =>
  directory.setContent({
    'mkdocs.yml': 'site_name: Atrium\n',
    docs: { 'index.md': '# Atrium\n' },
    src: { 'index.ts': 'one' },
  }),
);

it('prepares a folder again only when its documentation has changed', async () => {
  const preparer = createPreparer('');
  const { etag } = await preparer.prepare(entity);

  directory.addContent({ 'src/index.ts': 'two' });
  await expect(preparer.prepare(entity, { etag })).rejects.toMatchObject({
    name: 'NotModifiedError',
  });

  directory.addContent({ 'docs/index.md': '# Portal\n' });
  const changed = await preparer.prepare(entity, { etag });
  expect(changed.etag).not.toBe(etag);

  directory.addContent({ 'mkdocs.yml': 'site_name: Portal\n' });
  const renamed = await preparer.prepare(entity, { etag: changed.etag });
  expect(renamed.etag).not.toBe(changed.etag);
});

it('keeps the version that a git host gave', async () => {
  await expect(
    createPreparer('4f1c2d').prepare(entity, { etag: '0a1b2c' }),
  ).resolves.toMatchObject({ etag: '4f1c2d' });
});

import { createMockDirectory } from '@backstage/backend-test-utils';
import { defaultLimits } from '../readMarkdownEngineConfig';
import { LocalFolderPreparer } from './LocalFolderPreparer';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'atrium' },
};
const directory = createMockDirectory();

function createPreparer(etag: string) {
  return new LocalFolderPreparer(
    {
      shouldCleanPreparedDirectory: () => false,
      prepare: async () => ({ preparedDir: directory.path, etag }),
    },
    defaultLimits,
  );
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

it('has a version for a README alone, with the images that it shows', async () => {
  directory.setContent({
    'README.md': '# Atrium\n\n![Logo](assets/my%20logo.png)\n',
    'assets/my logo.png': 'one',
    'assets/other.png': 'one',
  });
  const preparer = createPreparer('');
  const { etag } = await preparer.prepare(entity);

  directory.addContent({ 'assets/other.png': 'two' });
  await expect(preparer.prepare(entity, { etag })).rejects.toMatchObject({
    name: 'NotModifiedError',
  });

  directory.addContent({ 'assets/my logo.png': 'two' });
  const changed = await preparer.prepare(entity, { etag });
  expect(changed.etag).not.toBe(etag);
});

it.each([
  'shared/base.yml',
  'zensical.toml',
  'docs/.pages',
  'docs/guides/.nav.yml',
  'docs/.parts/part.md',
  'src/nested.txt',
  'links.md',
])('prepares a folder again when %s has changed', async file => {
  directory.setContent({
    'mkdocs.yml':
      'INHERIT: shared/base.yml\nmarkdown_extensions:\n  - pymdownx.snippets: {base_path: [., docs/.parts], auto_append: [links.md]}\n',
    'shared/base.yml': 'site_name: Atrium\n',
    docs: {
      'index.md': '# Atrium\n\n--8<-- "part.md"\n',
      '.parts': { 'part.md': 'One.\n\n--8<-- "src/nested.txt"\n' },
      '.pages': 'title: One\n',
      // A folder that holds nothing but folders.
      guides: { '.nav.yml': 'title: One\n', inner: { 'deep/a.md': '# A\n' } },
    },
    'src/nested.txt': 'Nested.\n',
    'links.md': '[a]: https://acme.example\n',
  });
  const preparer = createPreparer('');
  const { etag } = await preparer.prepare(entity);
  directory.addContent({ [file]: '# Two\n' });
  const changed = await preparer.prepare(entity, { etag });
  expect(changed.etag).not.toBe(etag);
});

it('keeps the version that a git host gave', async () => {
  await expect(
    createPreparer('4f1c2d').prepare(entity, { etag: '0a1b2c' }),
  ).resolves.toMatchObject({ etag: '4f1c2d' });
});

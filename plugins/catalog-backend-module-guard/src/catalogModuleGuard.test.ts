import { eventually } from '@atrium/backend-common/testUtils';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import catalogModuleGuard from './index';

const GIT = 'https://git.acme.example';
const OWN = `${GIT}/strangers/toy/src/branch/main/`;
const PRIVATE = `${GIT}/acme/ledger/src/branch/main/`;
const UNREVIEWED = `${GIT}/acme/ledger/src/branch/master/catalog-info.yaml`;

/** What the annotations of an entity say, and what the catalog keeps of them. */
const CASES: [string, Record<string, string>, Record<string, string>][] = [
  ['nothing', {}, { 'source-location': `url:${OWN}` }],
  [
    'a folder of its own',
    { 'source-location': `url:${OWN}services/a/`, 'techdocs-ref': 'dir:docs' },
    { 'source-location': `url:${OWN}services/a/`, 'techdocs-ref': 'dir:docs' },
  ],
  [
    'the docs of its own repository by address',
    { 'techdocs-ref': `url:${OWN}docs/` },
    { 'source-location': `url:${OWN}`, 'techdocs-ref': `url:${OWN}docs/` },
  ],
  [
    'the source of another repository',
    { 'source-location': `url:${PRIVATE}`, 'techdocs-ref': 'dir:.' },
    {
      'source-location': `url:${OWN}`,
      'techdocs-ref': 'dir:.',
      refused: 'backstage.io/source-location',
    },
  ],
  [
    'another branch, and docs of another repository',
    {
      'source-location': `url:${GIT}/strangers/toy/src/branch/pull-7/`,
      'techdocs-ref': `url:${PRIVATE}`,
    },
    {
      'source-location': `url:${OWN}`,
      refused: 'backstage.io/source-location, backstage.io/techdocs-ref',
    },
  ],
  [
    'files of the machine that the portal runs on',
    { 'source-location': 'file:/etc/hosts', 'techdocs-ref': 'dir:.' },
    {
      'source-location': `url:${OWN}`,
      'techdocs-ref': 'dir:.',
      refused: 'backstage.io/source-location',
    },
  ],
  ...[
    'dir:../../../../acme/ledger/src/branch/main/',
    'dir:..%2f..%2fledger',
    'dir:..\\\\ledger',
    `dir:${PRIVATE}`,
    'dir://evil.example/',
    'nonsense',
  ].map((ref): (typeof CASES)[number] => [
    `docs at ${ref}`,
    { 'techdocs-ref': ref },
    { 'source-location': `url:${OWN}`, refused: 'backstage.io/techdocs-ref' },
  ]),
  [
    'that nothing was refused',
    { 'atrium.dev/refused-annotations': 'backstage.io/managed-by-location' },
    { 'source-location': `url:${OWN}` },
  ],
];

const toys = CASES.map(([, annotations], index) =>
  JSON.stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `toy-${index}`,
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([name, value]) => [
          name.includes('/') ? name : `backstage.io/${name}`,
          value,
        ]),
      ),
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'strangers' },
  }),
);

/** What somebody put on a branch that nobody reviews, and how it is reached. */
const planted = JSON.stringify({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'planted',
    annotations: { 'atrium.dev/default-branch': 'master' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'strangers' },
});
const location = JSON.stringify({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Location',
  metadata: {
    name: 'elsewhere',
    annotations: { 'atrium.dev/default-branch': 'master' },
  },
  spec: { target: UNREVIEWED },
});

const files: Record<string, string> = {
  [`${OWN}catalog-info.yaml`]: [...toys, location].join('\n---\n'),
  [UNREVIEWED]: planted,
};

describe('catalogModuleGuard, in the stock catalog', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const server = setupServer(
    http.get(`${GIT}/api/v1/repos/acme/ledger`, () =>
      HttpResponse.json({
        html_url: `${GIT}/acme/ledger`,
        default_branch: 'main',
      }),
    ),
  );
  let backend: TestBackend;

  beforeAll(async () => {
    server.listen({ onUnhandledRequest: 'bypass' });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleGuard,
        mockServices.database.factory({
          knex: await databases.init('POSTGRES_18'),
        }),
        mockServices.urlReader.mock({
          search: async url => ({
            etag: '1',
            files: [{ url, content: async () => Buffer.from(files[url]) }],
          }),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            integrations: { gitea: [{ host: 'git.acme.example' }] },
            catalog: {
              locations: [{ type: 'url', target: `${OWN}catalog-info.yaml` }],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    server.close();
    await backend.stop();
  });

  async function readAnnotations(name: string, kind = 'component') {
    const { port } = backend.server;
    const url = `http://localhost:${port()}/api/catalog/entities/by-name/${kind}/default/${name}`;
    const response = await eventually(
      () => fetch(url),
      ({ ok }) => ok,
    );
    const { metadata } = await response.json();
    return metadata.annotations as Record<string, string>;
  }

  it.each(CASES.map(([title, , kept], index) => [title, index, kept] as const))(
    'keeps what is right of an entity that says %s',
    async (_title, index, kept) => {
      const annotations = await readAnnotations(`toy-${index}`);
      expect({
        'source-location': annotations['backstage.io/source-location'],
        'techdocs-ref': annotations['backstage.io/techdocs-ref'],
        refused: annotations['atrium.dev/refused-annotations'],
      }).toEqual({
        'source-location': kept['source-location'],
        'techdocs-ref': kept['techdocs-ref'],
        refused: kept.refused,
      });
    },
    10_000,
  );

  it('notes the branch that counts where another repository chose the file', async () => {
    const annotation = 'atrium.dev/default-branch';
    expect(await readAnnotations('planted')).toMatchObject({
      'backstage.io/managed-by-location': `url:${UNREVIEWED}`,
      'backstage.io/managed-by-origin-location': `url:${OWN}catalog-info.yaml`,
      [annotation]: 'main',
    });
    expect(await readAnnotations('elsewhere', 'location')).not.toHaveProperty([
      annotation,
    ]);
  });
});

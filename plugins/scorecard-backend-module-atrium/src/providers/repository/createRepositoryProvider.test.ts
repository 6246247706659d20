import { EntityOrigins } from '@atrium/backend-common';
import { freezeTime } from '@atrium/backend-common/testUtils';
import { findRepositoryAddress } from '@atrium/git-hosts';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { collectFacts } from '../../__testUtils__/collectFacts';
import { sampleComponent } from '../../__testUtils__/sampleEntities';
import { createRepositoryProvider } from './createRepositoryProvider';
import { RepositoryIndex } from './RepositoryIndex';

const config = new ConfigReader({
  integrations: { github: [{ host: 'github.com', token: 'x' }] },
});
const integrations = ScmIntegrations.fromConfig(config);
const origins = EntityOrigins.fromConfig(config);

const from = (name: string, url: string, annotations = {}): Entity =>
  sampleComponent(name, {
    metadata: {
      annotations: {
        'backstage.io/managed-by-location': `url:${url}`,
        ...annotations,
      },
    },
  });
const mono = 'https://github.com/acme/mono/blob/main';
const shop = from('shop', `${mono}/services/shop/catalog-info.yaml`);
const lib = from('lib', `${mono}/libs/lib/catalog-info.yaml`);
const other = from('other', 'https://github.com/acme/other/blob/main/a.yaml');

const COMMIT = 'c0ffee'.padEnd(40, '0');
const files: Record<string, string> = {
  'README.md': '# Mono\n',
  LICENSE: 'Apache',
  '.github/SECURITY.md': 'Write to us',
  '.github/CODEOWNERS': '/services/ @acme/shop\n*.go payments\n',
  '.github/workflows/ci.yaml':
    'jobs: { a: { steps: [{ uses: actions/checkout@v4 }] } }',
  '.github/workflows/README.md': 'not one',
  'services/shop/readme.MD': '# Shop\n',
  'services/shop/Dockerfile': 'FROM node:22-slim\nUSER node\n',
  'services/shop/package.json': '{"dependencies": {"a": "1"}}',
  'services/shop/catalog-info.yaml': '',
  'libs/lib/go.mod': 'module lib\n\ngo 1.24\n',
  'yarn.lock': '',
};

/** A host with the same files in every repository, and what it was asked. */
function createHost() {
  const asked: string[] = [];
  const host = {
    asked,
    commit: COMMIT,
    isTruncated: false,
    failing: new Set<string>(),
    absent: new Set<string>(),
    openSource(url: string) {
      const address = findRepositoryAddress(url, integrations);
      const note = (what: string) => {
        const name = address?.name ?? '';
        if (host.failing.has(name)) {
          throw new Error(`${name} does not answer`);
        }
        asked.push(`${name} ${what}`);
      };
      return (
        address && {
          ...address,
          source: {
            async getBranch(name: string) {
              note(`branch ${name}`);
              return host.absent.has(address.name)
                ? undefined
                : { commit: host.commit, isProtected: true };
            },
            async listFiles() {
              note('files');
              return {
                isTruncated: host.isTruncated,
                files: Object.entries(files).map(([path, { length }]) => ({
                  path,
                  sizeBytes: length,
                })),
              };
            },
            async readFile(path: string) {
              note(path);
              return { sha: '', content: files[path] };
            },
            findDefaultBranch: async () => undefined,
            findLastCommit: async () => undefined,
          },
        }
      );
    },
  };
  return host;
}

describe('createRepositoryProvider', () => {
  beforeAll(() => freezeTime('2026-11-28T12:00:00Z'));
  afterAll(() => {
    jest.useRealTimers();
  });

  const start = () => {
    const gitHosts = createHost();
    const provider = createRepositoryProvider({
      gitHosts,
      logger: mockServices.logger.mock(),
      origins,
    });
    return {
      gitHosts,
      collect: (...all: Entity[]) => collectFacts(provider, all),
    };
  };

  it('reads what lies beside the catalog file first, then at the root', async () => {
    const { gitHosts, collect } = start();
    const facts = await collect(shop, lib);
    expect(facts.get('component:default/shop')).toMatchObject({
      observedAt: '2026-11-28T12:00:00.000Z',
      values: {
        hasReadme: true,
        hasLicense: true,
        hasSecurityPolicy: true,
        hasCodeowners: true,
        codeownersValid: false,
        codeownersProblems: ["Line 2: 'payments' is no owner"],
        codeownersNamesPath: true,
        hasLockfile: true,
        hasCi: true,
        ciSystems: ['actions'],
        actionsPinned: false,
        unpinnedActions: ['actions/checkout@v4'],
        hasDockerfile: true,
        dockerfileNonRoot: true,
        dockerfileBasePinned: true,
        dockerfileBaseByDigest: false,
        dockerfileAddsUrls: false,
        dockerfileHasHealthcheck: false,
        baseImages: ['node:22-slim'],
        runtimes: ['node 22'],
        runtimeSupported: true,
        runtimeEndOfLifeAt: '2027-04-30T00:00:00.000Z',
        daysUntilRuntimeEndOfLife: 152,
        branchProtected: true,
        commit: COMMIT,
      },
      urls: {
        hasReadme: `${mono}/services/shop/readme.MD`,
        hasLicense: `${mono}/LICENSE`,
        codeownersValid: `${mono}/.github/CODEOWNERS`,
        actionsPinned: `${mono}/.github/workflows/ci.yaml`,
        dockerfileNonRoot: `${mono}/services/shop/Dockerfile`,
      },
    });
    const values = facts.get('component:default/lib')?.values;
    expect(values).toMatchObject({
      hasReadme: true,
      codeownersNamesPath: false,
      hasDockerfile: false,
    });
    // It depends on nothing, so there is nothing to lock.
    expect(values).not.toHaveProperty('hasLockfile');
    expect(values).not.toHaveProperty('runtimes');
    expect(gitHosts.asked.sort()).toEqual([
      'mono .github/CODEOWNERS',
      'mono .github/workflows/ci.yaml',
      'mono branch main',
      'mono files',
      'mono libs/lib/go.mod',
      'mono services/shop/Dockerfile',
      'mono services/shop/package.json',
    ]);
  });

  it('asks for the branch only while it is where it was', async () => {
    const { gitHosts, collect } = start();
    const before = await collect(shop);
    gitHosts.asked.length = 0;
    expect(await collect(shop)).toEqual(before);
    expect(gitHosts.asked).toEqual(['mono branch main']);
    gitHosts.commit = 'beef'.padEnd(40, '0');
    const after = await collect(shop);
    expect(after.get('component:default/shop')?.values.commit).toBe(
      gitHosts.commit,
    );
  });

  it('does not take what is not listed for absent', async () => {
    const { gitHosts, collect } = start();
    gitHosts.isTruncated = true;
    const values = (await collect(lib)).get('component:default/lib')?.values;
    expect(values).toMatchObject({ hasReadme: true });
    expect(values).not.toHaveProperty('hasDockerfile');
  });

  it('keeps what it knew where one host fails, and fails where all do', async () => {
    const { gitHosts, collect } = start();
    const before = await collect(shop);
    gitHosts.failing.add('mono');
    const facts = await collect(shop, lib, other);
    expect([...facts.keys()].sort()).toEqual([
      'component:default/other',
      'component:default/shop',
    ]);
    expect(facts.get('component:default/shop')).toEqual(
      before.get('component:default/shop'),
    );
    await expect(collect(shop)).rejects.toThrow('mono does not answer');
    gitHosts.absent.add('other');
    expect((await collect(other)).size).toBe(0);
  });

  it('reads only what the catalog knows an entity to come from', async () => {
    const { gitHosts, collect } = start();
    const claims = from('claims', 'https://elsewhere.example/a.yaml', {
      'backstage.io/source-location': `url:${mono}/`,
      'github.com/project-slug': 'acme/mono',
    });
    const planted = from(
      'planted',
      `${mono.replace('/main', '/pull-7')}/a.yaml`,
      {
        'backstage.io/managed-by-origin-location': `url:${mono}/all.yaml`,
      },
    );
    expect((await collect(claims, planted, sampleComponent('none'))).size).toBe(
      0,
    );
    expect(gitHosts.asked).toEqual([]);
  });

  it('finds the entities that a push concerns', async () => {
    const index = new RepositoryIndex({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [shop, lib, other] }),
      origins,
    });
    expect(await index.find('https://github.com/Acme/Mono', 'main')).toEqual([
      'component:default/shop',
      'component:default/lib',
    ]);
    expect(await index.find('https://github.com/acme/mono', 'x')).toEqual([]);
  });
});

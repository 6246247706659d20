import type { RepositoryPush } from '@atrium/git-hosts';
import { mockServices } from '@backstage/backend-test-utils';
import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';
import { GiteaEventsHandler } from './GiteaEventsHandler';

const repositoryUrl = 'https://git.acme.example/acme/payment-service';
const main = `${repositoryUrl}/src/branch/main`;
interface Commit {
  added?: string[];
  modified?: string[];
  removed?: string[];
}

function push(
  commits: Commit[],
  overrides: Partial<RepositoryPush> = {},
): RepositoryPush {
  return {
    repositoryUrl,
    branch: 'main',
    isDefaultBranch: true,
    isNewBranch: false,
    isDeleted: false,
    totalCommits: commits.length,
    commits: commits.map(({ added = [], modified = [], removed = [] }) => ({
      id: 'c'.repeat(40),
      addedPaths: added,
      modifiedPaths: modified,
      removedPaths: removed,
    })),
    ...overrides,
  };
}

describe('GiteaEventsHandler', () => {
  let published: CatalogScmEvent[][];
  let discovered: string[];
  let handler: GiteaEventsHandler;

  beforeEach(() => {
    jest.useFakeTimers();
    published = [];
    discovered = [];
    handler = new GiteaEventsHandler({
      catalogScmEvents: {
        publish: async events => {
          published.push(events);
        },
        subscribe: () => ({ unsubscribe() {} }),
        markEventActionTaken() {},
      },
      discovery: {
        trigger: async id => {
          discovered.push(id);
        },
      },
      logger: mockServices.logger.mock(),
      providers: [
        {
          id: 'acme',
          host: 'git.acme.example',
          organization: 'acme',
          branch: 'main',
          catalogPath: 'catalog-info.yaml',
        },
        {
          id: 'elsewhere',
          host: 'git.acme.example',
          organization: 'globex',
          branch: 'main',
          catalogPath: 'catalog-info.yaml',
        },
      ],
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  async function settle() {
    await jest.advanceTimersByTimeAsync(500);
  }

  const everything = { type: 'repository.updated', url: main };
  function file(change: string, path: string) {
    return { type: `location.${change}`, url: `${main}/${path}` };
  }

  it.each<[string, Commit[], object[], string[]]>([
    [
      'an edited catalog-info.yaml',
      [{ modified: ['catalog-info.yaml'] }],
      [file('updated', 'catalog-info.yaml')],
      [],
    ],
    [
      'an edited API definition',
      [{ modified: ['api/openapi.yaml'] }],
      [file('updated', 'api/openapi.yaml')],
      [],
    ],
    [
      'a new source file',
      [{ added: ['src/Main.java'] }],
      [file('created', 'src/Main.java')],
      [],
    ],
    [
      'a new file that an entity may wait for',
      [{ added: ['schema.graphql'] }],
      [file('created', 'schema.graphql'), everything],
      [],
    ],
    [
      'a new catalog-info.yaml',
      [{ added: ['catalog-info.yaml'] }],
      [file('created', 'catalog-info.yaml'), everything],
      ['acme'],
    ],
    [
      'a catalog-info.yaml that is gone',
      [{ removed: ['catalog-info.yaml'] }],
      [file('deleted', 'catalog-info.yaml'), everything],
      ['acme'],
    ],
    [
      'a catalog-info.yaml that went and came back',
      [{ removed: ['catalog-info.yaml'] }, { added: ['catalog-info.yaml'] }],
      [everything],
      ['acme'],
    ],
    [
      'a name that needs encoding',
      [{ modified: ['docs/what is this?.md'] }],
      [file('updated', 'docs/what%20is%20this%3F.md')],
      [],
    ],
    ['a branch that was moved back', [], [everything], ['acme']],
    [
      'more commits than a host lists',
      Array.from({ length: 30 }, () => ({ modified: ['README.md'] })),
      [everything],
      ['acme'],
    ],
    [
      'more files than are worth asking for',
      [{ modified: Array.from({ length: 501 }, (_, i) => `file-${i}.txt`) }],
      [everything],
      ['acme'],
    ],
  ])('tells the catalog of %s', async (_, commits, events, providers) => {
    await handler.onPush(push(commits));
    await settle();

    expect(published).toEqual([events]);
    expect(discovered).toEqual(providers);
  });

  it('reads everything on the first push and when commits are left out', async () => {
    const commits = [{ added: ['README.md'] }];
    await handler.onPush(push(commits, { isNewBranch: true }));
    await settle();
    await handler.onPush(push(commits, { totalCommits: 70 }));
    await settle();

    expect(published).toEqual([[everything], [everything]]);
    expect(discovered).toEqual(['acme', 'acme']);
  });

  it('takes a burst of pushes together', async () => {
    for (let i = 0; i < 100; i++) {
      await handler.onPush(push([{ modified: ['catalog-info.yaml'] }]));
      await handler.onPush(push([{ added: [`versions/${i % 2}.txt`] }]));
    }
    await settle();
    await settle();

    expect(published).toEqual([
      [
        file('updated', 'catalog-info.yaml'),
        file('created', 'versions/0.txt'),
        file('created', 'versions/1.txt'),
      ],
    ]);
  });

  it('ignores what does not concern the catalog', async () => {
    const commits = [{ modified: ['catalog-info.yaml'] }];
    await handler.onPush(
      push(commits, { branch: 'feature', isDefaultBranch: false }),
    );
    await handler.onPush(push(commits, { isDeleted: true }));
    await settle();

    expect(published).toEqual([]);
  });

  it('follows the default branch of repositories nobody discovers', async () => {
    await handler.onPush(
      push([{ modified: ['catalog-info.yaml'] }], {
        branch: 'trunk',
      }),
    );
    await settle();

    expect(published).toEqual([
      [
        {
          type: 'location.updated',
          url: `${repositoryUrl}/src/branch/trunk/catalog-info.yaml`,
        },
      ],
    ]);
    expect(discovered).toEqual([]);
  });

  it('forgets a deleted repository', async () => {
    await handler.onDeleted(repositoryUrl);

    expect(published).toEqual([
      [{ type: 'repository.deleted', url: repositoryUrl }],
    ]);
    expect(discovered).toEqual(['acme']);
  });

  it('hands over what it holds when it is stopped', async () => {
    await handler.onPush(push([{ modified: ['catalog-info.yaml'] }]));
    await handler.stop();

    expect(published).toEqual([[file('updated', 'catalog-info.yaml')]]);
  });
});

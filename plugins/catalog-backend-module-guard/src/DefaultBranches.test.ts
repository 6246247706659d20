import { freezeTime } from '@atrium/backend-common/testUtils';
import { GitHosts } from '@atrium/git-hosts';
import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { DefaultBranches } from './DefaultBranches';

const GIT = 'https://git.acme.example';
const FILE = `${GIT}/acme/ledger/src/branch/mine/catalog-info.yaml`;

const server = setupServer();
registerMswTestHooks(server);

/** What the catalog keeps for a processor and an entity, from run to run. */
function createCache(): CatalogProcessorCache {
  const values = new Map<string, string>();
  return {
    // As the catalog does, which keeps JSON.
    get: async key => JSON.parse(values.get(key) ?? 'null') ?? undefined,
    set: async (key, value) => {
      values.set(key, JSON.stringify(value));
    },
  };
}

function start(answers: Record<string, string | undefined>) {
  const logger = mockServices.logger.mock();
  const asked: string[] = [];
  server.use(
    http.get(`${GIT}/api/v1/repos/acme/:name`, ({ params }) => {
      const name = String(params.name);
      asked.push(name);
      const branch = answers[name];
      return branch === undefined
        ? HttpResponse.json({}, { status: 502 })
        : HttpResponse.json({ html_url: GIT, default_branch: branch });
    }),
  );
  const defaultBranches = new DefaultBranches({
    gitHosts: GitHosts.fromConfig(
      mockServices.rootConfig({
        data: { integrations: { gitea: [{ host: 'git.acme.example' }] } },
      }),
    ),
    logger,
  });
  return { asked, defaultBranches, logger };
}

describe('DefaultBranches', () => {
  beforeEach(() => freezeTime('2026-11-27T00:00:00Z'));
  afterEach(() => jest.useRealTimers());

  const setSeconds = (seconds: number) =>
    jest.setSystemTime(Date.parse('2026-11-27T00:00:00Z') + seconds * 1000);

  it('asks the host of a repository once in five minutes', async () => {
    const answers: Record<string, string> = { ledger: 'main', shop: 'master' };
    const { asked, defaultBranches } = start(answers);
    const find = (url: string) => defaultBranches.find(url, createCache());

    expect(await Promise.all([find(FILE), find(FILE)])).toEqual([
      'main',
      'main',
    ]);
    expect(await find(FILE.replace('ledger', 'shop'))).toBe('master');
    expect(asked).toEqual(['ledger', 'shop']);

    answers.ledger = 'trunk';
    setSeconds(299);
    expect(await find(FILE)).toBe('main');
    setSeconds(301);
    expect(await find(FILE)).toBe('trunk');
    expect(asked).toEqual(['ledger', 'shop', 'ledger']);

    expect(await find('https://elsewhere.example/a/b/c.yaml')).toBeUndefined();
  });

  it('keeps what it knew of a repository while its host does not answer', async () => {
    const answers: Record<string, string | undefined> = { ledger: 'main' };
    const { asked, defaultBranches, logger } = start(answers);
    const cache = createCache();
    await defaultBranches.find(FILE, cache);

    answers.ledger = undefined;
    setSeconds(301);
    expect(await defaultBranches.find(FILE, cache)).toBe('main');
    expect(await defaultBranches.find(FILE, cache)).toBe('main');
    expect(asked).toHaveLength(2);
    expect(logger.warn).not.toHaveBeenCalled();

    // An entity of another file, and one whose file is somewhere else now.
    const shop = FILE.replace('ledger', 'shop');
    expect(await defaultBranches.find(FILE, createCache())).toBeUndefined();
    expect(await defaultBranches.find(shop, cache)).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledTimes(2);

    answers.ledger = 'master';
    setSeconds(602);
    expect(await defaultBranches.find(FILE, cache)).toBe('master');
  });
});

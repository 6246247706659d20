import { simulation } from '@simulacrum/github-api-simulator';

type Extend = NonNullable<
  NonNullable<Parameters<typeof simulation>[0]>['extend']
>;
type Handler = ReturnType<NonNullable<Extend['openapiHandlers']>>[string];

interface HostState {
  /** What each operation lists, newest first. */
  lists: Record<string, unknown[]>;
  pageSize: number;
  remaining: number;
}

// A program of its own, because the simulator is an ES module and Jest runs
// CommonJS. It lives as long as the test that started it.
const state: HostState = {
  lists: {},
  pageSize: 100,
  remaining: 5_000,
};

/**
 * Lists what the test has put there, page by page, instead of the fixed example
 * of the simulator. The simulator has checked the request against GitHub's API
 * description by then, and express answers a known ETag by 304.
 */
function list(operationId: string, property?: string): Handler {
  return (_context, request, response) => {
    const page = Number(request.query.page ?? 1);
    const all = state.lists[operationId] ?? [];
    const items = all.slice((page - 1) * state.pageSize, page * state.pageSize);
    if (all.length > page * state.pageSize) {
      const next = new URL(
        request.originalUrl,
        `http://${request.headers.host}`,
      );
      next.searchParams.set('page', String(page + 1));
      response.set('Link', `<${next.href}>; rel="next"`);
    }
    response.json(
      property ? { total_count: all.length, [property]: items } : items,
    );
  };
}

const server = simulation({
  initialState: {
    users: [],
    organizations: [{ login: 'acme', teams: [] }],
    repositories: [],
    branches: [],
    blobs: [],
  },
  extend: {
    extendRouter(router) {
      router.use((request, response, next) => {
        response.on('finish', () => {
          const { pathname, searchParams } = new URL(
            request.originalUrl,
            'http://localhost',
          );
          const page = searchParams.get('page');
          process.send?.({
            request: `${request.method} ${pathname}${
              page ? `?page=${page}` : ''
            } ${response.statusCode}`,
          });
        });
        response.set({
          'x-ratelimit-limit': '5000',
          'x-ratelimit-remaining': String(state.remaining),
          'x-ratelimit-reset': String(Math.floor(Date.now() / 1_000) + 1_800),
        });
        if (request.header('authorization') !== 'Bearer ghp_of_the_portal') {
          response.status(401).json({ message: 'Bad credentials' });
        } else {
          next();
        }
      });
    },
    openapiHandlers: () => ({
      'actions/list-workflow-runs-for-repo': list('runs', 'workflow_runs'),
      'actions/list-repo-workflows': list('workflows', 'workflows'),
      'actions/list-jobs-for-workflow-run-attempt': list('jobs', 'jobs'),
      'repos/list-deployments': list('deployments'),
      'repos/list-deployment-statuses': list('statuses'),
      'pulls/list': list('pulls'),
      'pulls/list-commits': list('commits'),
      'pulls/list-reviews': list('reviews'),
      'issues/list-for-repo': list('issues'),
      'repos/list-releases': list('releases'),
    }),
  },
});

process.on('message', (changed: Partial<HostState>) => {
  Object.assign(state, changed);
  process.send?.({ isSet: true });
});
process.once('disconnect', () => process.exit());
server
  .listen({ port: 0, host: '127.0.0.1' })
  .then(({ port }) => process.send?.({ port }));

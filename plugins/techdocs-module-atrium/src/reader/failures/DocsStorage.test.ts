import { mockApis } from '@backstage/frontend-test-utils';
import { DocsStorage } from './DocsStorage';
import { ReaderFailures } from './ReaderFailures';

const entityRef = { kind: 'component', namespace: 'default', name: 'ledger' };

function createStorage(...answers: Response[]) {
  const failures = new ReaderFailures();
  const requireSite = jest.fn(async () => {});
  const fetch = jest.fn(
    async (..._: unknown[]) => answers.shift() ?? Response.error(),
  );
  const storage = new DocsStorage({
    configApi: mockApis.config(),
    discoveryApi: { getBaseUrl: async id => `http://portal.test/api/${id}` },
    fetchApi: { fetch: fetch as typeof globalThis.fetch },
    failures,
    sites: { requireSite },
  });
  return { storage, failures, fetch, requireSite };
}

/** What the backend answers to who asks for a build. */
function stream(...events: [name: string, data: unknown][]) {
  const text = events.map(
    ([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`,
  );
  return new Response(text.join(''), {
    headers: { 'content-type': 'text/event-stream' },
  });
}

function failure(status: number, message: string) {
  return new Response(
    JSON.stringify({ error: { name: 'Error', message }, response: {} }),
    { status, headers: { 'content-type': 'application/json' } },
  );
}

it.each([
  ['', 'index.html'],
  ['guide', 'guide/index.html'],
  ['guide/', 'guide/index.html'],
])('loads the page at %j', async (path, file) => {
  const { storage, failures, fetch } = createStorage(
    new Response('<h1>Hi</h1>'),
  );
  await expect(storage.getEntityDocs(entityRef, path)).resolves.toBe(
    '<h1>Hi</h1>',
  );
  expect(fetch).toHaveBeenCalledWith(
    `http://portal.test/api/techdocs/static/docs/default/component/ledger/${file}`,
  );
  expect(failures.getState().page).toBeUndefined();
});

it.each([403, 404, 500, 502])(
  'remembers that a page was answered with %s',
  async status => {
    const { storage, failures } = createStorage(
      failure(status, 'The store of pages is away'),
      new Response('<h1>Hi</h1>'),
    );
    const states: (number | undefined)[] = [];
    failures.subscribe(() => {
      const { page } = failures.getState() as { page?: { statusCode: number } };
      states.push(page?.statusCode);
    });
    await expect(storage.getEntityDocs(entityRef, '')).rejects.toMatchObject({
      statusCode: status,
      cause: { message: 'The store of pages is away' },
    });
    await storage.getEntityDocs(entityRef, 'other');
    expect(states).toEqual([undefined, status, undefined]);
  },
);

it('asks for no page of a site that was never built', async () => {
  const { storage, failures, fetch, requireSite } = createStorage();
  const missing = Object.assign(new Error('Nothing there'), {
    statusCode: 404,
  });
  requireSite.mockRejectedValue(missing);
  await expect(storage.getEntityDocs(entityRef, '')).rejects.toBe(missing);
  expect(failures.getState().page).toBe(missing);
  expect(fetch).not.toHaveBeenCalled();
});

it('forgets why a page failed that nobody waits for any more', async () => {
  const failures = new ReaderFailures();
  let fail: (error: Error) => void = () => {};
  const first = failures.watchPage(
    () => new Promise((_, reject) => (fail = reject)),
  );
  await failures.watchPage(async () => 'another page');
  fail(new Error('too late'));
  await expect(first).rejects.toThrow('too late');
  expect(failures.getState().page).toBeUndefined();
});

it('remembers why a build failed, and what was said on its way', async () => {
  const { storage, failures } = createStorage(
    stream(['log', 'Step 1 of 3'], ['error', 'Could not build it']),
    stream(['log', 'Step 1 of 3'], ['finish', { updated: true }]),
  );
  const onLog = jest.fn();
  await expect(storage.syncEntityDocs(entityRef, onLog)).rejects.toThrow(
    'Could not build it',
  );
  expect(onLog).toHaveBeenCalledWith('Step 1 of 3');
  expect(failures.getState()).toMatchObject({
    build: { message: expect.stringContaining('Could not build it') },
    buildLog: ['Step 1 of 3'],
  });
  await expect(storage.syncEntityDocs(entityRef)).resolves.toBe('updated');
  expect(failures.getState()).toMatchObject({
    build: undefined,
    buildLog: ['Step 1 of 3'],
  });
});

it('says that a build was refused, and not that its stream has the wrong type', async () => {
  const { storage, failures } = createStorage(failure(404, 'Entity not found'));
  await expect(storage.syncEntityDocs(entityRef)).rejects.toMatchObject({
    statusCode: 404,
    cause: { message: 'Entity not found' },
  });
  expect(failures.getState().build).toMatchObject({ statusCode: 404 });
});

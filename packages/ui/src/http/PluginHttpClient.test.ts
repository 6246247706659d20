import {
  type PageRequest,
  PluginHttpClient,
  readAllPages,
  statusOf,
  urlPath,
} from '..';

function clientAnswering(response: Response) {
  const fetch = jest.fn(async () => response);
  const client = new PluginHttpClient({ pluginId: 'slo', fetchApi: { fetch } });
  return { client, fetch };
}

const json = { 'Content-Type': 'application/json' };

describe('PluginHttpClient', () => {
  it('repeats a parameter for a list, and leaves out what is undefined', async () => {
    const { client, fetch } = clientAnswering(Response.json({ items: [] }));
    await expect(
      client.get('/slos', {
        entityRef: ['component:default/a', 'component:default/b&c'],
        unowned: false,
        limit: 5,
        ownerRef: undefined,
        state: [],
      }),
    ).resolves.toEqual({ items: [] });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://slo/slos?entityRef=component%3Adefault%2Fa&entityRef=component%3Adefault%2Fb%26c&unowned=false&limit=5',
      undefined,
    );
  });

  it('can be aborted by the context of a query', async () => {
    const { signal } = new AbortController();
    const { client, fetch } = clientAnswering(Response.json({}));
    await client.get('/slos', {}, { signal });
    expect(fetch).toHaveBeenCalledWith('plugin://slo/slos', { signal });
  });

  it('reads texts and files', async () => {
    const text = clientAnswering(new Response('apiVersion: openslo/v1'));
    await expect(text.client.getText('/slos/a/openslo')).resolves.toBe(
      'apiVersion: openslo/v1',
    );
    const file = clientAnswering(new Response('a,b\n1,2\n'));
    const blob = await file.client.getBlob('/runs.csv', { limit: 1 });
    expect(blob.size).toBe(8);
    expect(file.fetch).toHaveBeenCalledWith(
      'plugin://slo/runs.csv?limit=1',
      undefined,
    );
  });

  it.each([
    ['POST' as const, { name: 'a' }],
    ['PUT' as const, { name: 'a' }],
  ])('sends JSON by %s and reads the answer', async (method, body) => {
    const { client, fetch } = clientAnswering(Response.json({ id: '1' }));
    const answer =
      method === 'POST' ? client.post('/x', body) : client.put('/x', body);
    await expect(answer).resolves.toEqual({ id: '1' });
    expect(fetch).toHaveBeenCalledWith('plugin://slo/x', {
      method,
      headers: json,
      body: '{"name":"a"}',
    });
  });

  it('sends no body where there is none, and may be answered by none', async () => {
    const { client, fetch } = clientAnswering(
      new Response(null, { status: 202 }),
    );
    await expect(client.post('/runs/1/rerun')).resolves.toBeUndefined();
    expect(fetch).toHaveBeenCalledWith('plugin://slo/runs/1/rerun', {
      method: 'POST',
    });
    await client.delete('/exclusions/1');
    expect(fetch).toHaveBeenLastCalledWith('plugin://slo/exclusions/1', {
      method: 'DELETE',
    });
  });

  it('sends headers of its own beside the type of its content', async () => {
    const { client, fetch } = clientAnswering(Response.json({}));
    await client.post('/x', {}, { headers: { 'Idempotency-Key': 'k' } });
    expect(fetch).toHaveBeenCalledWith('plugin://slo/x', {
      method: 'POST',
      headers: { ...json, 'Idempotency-Key': 'k' },
      body: '{}',
    });
  });

  it('passes on the status and the words of a refusal', async () => {
    const { client } = clientAnswering(
      Response.json(
        {
          error: { name: 'NotFoundError', message: "No SLO with id 'x'" },
          response: { statusCode: 404 },
        },
        { status: 404 },
      ),
    );
    const refusal = await client.get('/slos/x').catch((error: Error) => error);
    expect(refusal).toMatchObject({
      cause: { name: 'NotFoundError', message: "No SLO with id 'x'" },
    });
    expect(statusOf(refusal)).toBe(404);
    expect(statusOf(new Error('offline'))).toBeUndefined();
  });
});

it('encodes the values of a path', () => {
  const entityRef = 'component:default/a';
  expect(urlPath`/gates/${entityRef}/override`).toBe(
    '/gates/component%3Adefault%2Fa/override',
  );
});

describe('readAllPages', () => {
  const pages = [
    { items: [1, 2], totalItems: 5, nextCursor: 'b', clusters: ['old'] },
    { items: [3, 4], totalItems: 5, nextCursor: 'c', clusters: ['old'] },
    { items: [5], totalItems: 5, clusters: ['new'] },
  ];
  const readPage = jest.fn(
    async ({ cursor }: PageRequest) =>
      pages[cursor === undefined ? 0 : ['b', 'c'].indexOf(cursor) + 1],
  );

  beforeEach(() => readPage.mockClear());

  it('follows the cursors to the end', async () => {
    await expect(readAllPages(readPage)).resolves.toEqual({
      items: [1, 2, 3, 4, 5],
      totalItems: 5,
      clusters: ['new'],
    });
    expect(readPage.mock.calls).toEqual([
      [{ limit: 200 }],
      [{ limit: 200, cursor: 'b' }],
      [{ limit: 200, cursor: 'c' }],
    ]);
  });

  it('stops where there are enough, and still says how many there are', async () => {
    const { items, totalItems } = await readAllPages(readPage, 3);
    expect(items).toEqual([1, 2, 3, 4]);
    expect(totalItems).toBe(5);
    expect(readPage).toHaveBeenCalledTimes(2);
  });
});

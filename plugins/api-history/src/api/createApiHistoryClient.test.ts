import { createApiHistoryClient } from './createApiHistoryClient';

function clientAnswering(response: Response) {
  const fetch = jest.fn(async () => response);
  return { fetch, client: createApiHistoryClient({ fetch }) };
}

describe('createApiHistoryClient', () => {
  it('asks for the versions of an API', async () => {
    const page = { items: [], totalItems: 0 };
    const { client, fetch } = clientAnswering(Response.json(page));
    await expect(
      client.listVersions({ entityRef: 'api:default/pay&ment', limit: 20 }),
    ).resolves.toEqual(page);
    expect(fetch).toHaveBeenCalledWith(
      'plugin://api-history/versions?entityRef=api%3Adefault%2Fpay%26ment&limit=20',
      undefined,
    );
  });

  it('leaves out what is not asked', async () => {
    const { client, fetch } = clientAnswering(Response.json({}));
    await client.getDiff({
      entityRef: 'api:default/a',
      from: undefined,
      to: 4,
    });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://api-history/diff?entityRef=api%3Adefault%2Fa&to=4',
      undefined,
    );
  });

  it('asks for lines and for what broke', async () => {
    const lines = clientAnswering(Response.json({}));
    await lines.client.getLineDiff({ entityRef: 'api:default/a' });
    expect(lines.fetch).toHaveBeenCalledWith(
      'plugin://api-history/diff/lines?entityRef=api%3Adefault%2Fa',
      undefined,
    );
    const breaking = clientAnswering(Response.json({}));
    await breaking.client.listBreaking({
      ownerRef: ['group:default/a', 'user:default/b'],
    });
    expect(breaking.fetch).toHaveBeenCalledWith(
      'plugin://api-history/breaking?ownerRef=group%3Adefault%2Fa&ownerRef=user%3Adefault%2Fb',
      undefined,
    );
  });

  it('tells errors of the backend', async () => {
    const { client } = clientAnswering(
      Response.json(
        {
          error: { name: 'NotFoundError', message: 'No API' },
          response: { statusCode: 404 },
        },
        { status: 404 },
      ),
    );
    await expect(
      client.getDiff({ entityRef: 'api:default/a' }),
    ).rejects.toMatchObject({ statusCode: 404 });
  });
});

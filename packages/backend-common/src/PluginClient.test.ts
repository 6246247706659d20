import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { PluginClient } from './PluginClient';

describe('PluginClient', () => {
  const server = createServer(async (request, response) => {
    const { url } = request;
    if (url === '/api/notes/fast?') {
      response.end('{"items":[]}');
    }
    if (url === '/api/notes/by-entity') {
      const { entityRefs } = JSON.parse(await text(request));
      response.end(JSON.stringify({ items: [entityRefs] }));
    }
  });

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const create = (timeoutMs?: number) =>
    new PluginClient('notes', {
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id =>
          `http://127.0.0.1:${
            (server.address() as AddressInfo).port
          }/api/${id}`,
      }),
      timeoutMs,
    });
  const options = { credentials: mockCredentials.user() };

  it('reads what the plugin answers', async () => {
    await expect(create().get('/fast', {}, options)).resolves.toEqual({
      items: [],
    });
  });

  it('asks about any number of entities, some at a time', async () => {
    await expect(
      create().postForRefs('/by-entity', ['a', 'b', 'c'], {
        ...options,
        batchSize: 2,
      }),
    ).resolves.toEqual([['a', 'b'], ['c']]);
  });

  it('gives up on a plugin that does not answer, and says which', async () => {
    await expect(create(50).get('/slow', {}, options)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining("'notes' did not answer /slow"),
    });
  });
});

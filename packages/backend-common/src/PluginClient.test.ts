import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PluginClient } from './PluginClient';

describe('PluginClient', () => {
  const server = createServer(({ url }, response) => {
    if (url === '/api/notes/fast?') {
      response.end('{"items":[]}');
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

  it('gives up on a plugin that does not answer, and says which', async () => {
    await expect(create(50).get('/slow', {}, options)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining("'notes' did not answer /slow"),
    });
  });
});

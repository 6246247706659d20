import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GiteaClient } from './GiteaClient';

const baseUrl = 'https://git.acme.example/forge';
const shop = {
  fullName: 'acme/shop',
  url: `${baseUrl}/acme/shop`,
  source: baseUrl,
};
const api = `${baseUrl}/api/v1/repos/acme/shop`;

describe('GiteaClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const client = new GiteaClient(
    ScmIntegrations.fromConfig(
      mockServices.rootConfig({
        data: {
          integrations: {
            gitea: [
              {
                host: 'git.acme.example',
                baseUrl: `${baseUrl}/`,
                password: 'token-of-the-portal',
              },
              { host: 'public.example' },
            ],
          },
        },
      }),
    ),
  );

  it('asks below the base URL of the host, and reads the next page', async () => {
    server.use(
      http.get(`${api}/pulls`, ({ request }) =>
        HttpResponse.json([request.headers.get('authorization')], {
          headers: {
            link: `<${api}/pulls?page=2>; rel="next",<${api}/pulls?page=3>; rel="last"`,
          },
        }),
      ),
    );
    expect(await client.request(shop, '/pulls')).toEqual({
      body: ['token token-of-the-portal'],
      isUnchanged: false,
      nextUrl: `${api}/pulls?page=2`,
    });
  });

  it.each([
    'https://evil.example/api/v1/repos/acme/shop/pulls',
    `${baseUrl}/api/v1/repos/acme/shop-of-others/pulls`,
  ])('does not take its credentials to %s', async url => {
    await expect(client.request(shop, url)).rejects.toThrow('is not at');
  });

  it('knows its hosts, and those it has credentials for', () => {
    expect(
      client.findRepository(`${baseUrl}/acme/shop/src/branch/main/?a#b`),
    ).toEqual({ ...shop, rest: 'src/branch/main/' });
    expect(
      client.findRepository('https://github.com/acme/shop'),
    ).toBeUndefined();
    expect(client.findRepository('git.acme.example/acme/shop')).toBeUndefined();
    expect(client.hasCredentials(shop.url)).toBe(true);
    expect(client.hasCredentials('https://public.example/acme/shop')).toBe(
      false,
    );
  });

  it('passes on what Gitea refuses', async () => {
    server.use(
      http.post(`${api}/actions/runs/7/rerun`, () =>
        HttpResponse.json({ message: 'no' }, { status: 403 }),
      ),
    );
    await expect(
      client.post(shop, '/actions/runs/7/rerun'),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 403 });
  });
});

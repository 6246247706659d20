import { mockServices } from '@backstage/backend-test-utils';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { toGithubRepository } from '../mapping/GithubRepository';
import { GithubClient } from './GithubClient';

const server = setupServer();
const repository = toGithubRepository('https://ghe.acme.example/acme/shop');
const api = 'https://ghe.acme.example/api/v3';

describe('GithubClient', () => {
  const integrations = ScmIntegrations.fromConfig(
    mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            { host: 'ghe.acme.example', apiBaseUrl: api, token: 'ghp_1' },
          ],
        },
      },
    }),
  );
  let client: GithubClient;

  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  beforeEach(() => {
    client = new GithubClient({
      integrations,
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    });
  });
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  it('asks the API of the host, and reads the tag and the next page', async () => {
    server.use(
      http.get(`${api}/repos/acme/shop/issues`, ({ request }) =>
        request.headers.get('authorization') === 'Bearer ghp_1'
          ? HttpResponse.json(['first'], {
              headers: {
                etag: 'W/"1"',
                link: `<${api}/repositories/1/issues?page=2>; rel="next", <${api}/repositories/1/issues?page=9>; rel="last"`,
              },
            })
          : new HttpResponse(undefined, { status: 401 }),
      ),
      http.get(`${api}/repositories/1/issues`, () =>
        HttpResponse.json(['second']),
      ),
    );
    const answer = await client.request(repository, '/issues');
    expect(answer).toEqual({
      body: ['first'],
      isUnchanged: false,
      etag: 'W/"1"',
      nextUrl: `${api}/repositories/1/issues?page=2`,
    });
    const { body } = await client.request(repository, answer.nextUrl ?? '');
    expect(body).toEqual(['second']);
  });

  it('says when nothing has changed', async () => {
    server.use(
      http.get(`${api}/repos/acme/shop/issues`, ({ request }) => {
        const { headers } = request;
        const isKnown =
          headers.get('if-none-match') === 'W/"1"' &&
          headers.get('cache-control') !== 'no-cache';
        return new HttpResponse(undefined, { status: isKnown ? 304 : 200 });
      }),
    );
    expect(
      await client.request(repository, '/issues', { etag: 'W/"1"' }),
    ).toEqual({ isUnchanged: true, etag: 'W/"1"' });
  });

  it('does not ask again before GitHub takes requests', async () => {
    let requests = 0;
    server.use(
      http.get(`${api}/repos/acme/shop/issues`, () => {
        requests += 1;
        return new HttpResponse(undefined, {
          status: 403,
          headers: { 'retry-after': '60' },
        });
      }),
    );
    const ask = () => client.request(repository, '/issues');
    await expect(ask()).rejects.toMatchObject({ name: 'RateLimitError' });
    await expect(ask()).rejects.toMatchObject({ name: 'RateLimitError' });
    expect(requests).toBe(1);
  });

  it('does not take its token elsewhere', async () => {
    await expect(
      client.request(repository, 'https://evil.example/repositories/1/issues'),
    ).rejects.toThrow("'https://evil.example/repositories/1/issues' is not at");
  });

  it('knows which hosts it has credentials for', () => {
    expect(client.hasCredentials('https://ghe.acme.example/acme/shop')).toBe(
      true,
    );
    // Always there, but nothing was configured for it.
    expect(client.covers('https://github.com')).toBe(true);
    expect(client.hasCredentials('https://github.com')).toBe(false);
    expect(client.covers('https://git.acme.example')).toBe(false);
  });
});

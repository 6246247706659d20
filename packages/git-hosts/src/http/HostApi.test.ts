import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { z } from 'zod';
import { openGiteaRepository } from '../__testUtils__/openRepositories';
import { GitHosts } from '../GitHosts';
import type { GithubRepository } from '../github/GithubRepository';
import { HostApi } from './HostApi';
import { RateLimits } from './RateLimits';

const server = setupServer();
const repository = {
  fullName: 'acme/shop',
  url: 'https://ghe.acme.example/acme/shop',
};
const api = 'https://ghe.acme.example/api/v3';
const issue = {
  id: 1,
  number: 1,
  title: 'first',
  html_url: `${repository.url}/issues/1`,
  created_at: '2026-11-25T11:00:00Z',
  updated_at: '2026-11-25T11:00:00Z',
};

describe('HostApi', () => {
  let client: GithubRepository;

  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  beforeEach(() => {
    client = GitHosts.fromConfig(
      new ConfigReader({
        integrations: {
          github: [
            { host: 'ghe.acme.example', apiBaseUrl: api, token: 'ghp_1' },
          ],
        },
      }),
    ).github.open(repository);
  });
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  it('asks the API of the host, and reads the tag and the next page', async () => {
    server.use(
      http.get(`${api}/repos/acme/shop/issues`, ({ request }) =>
        request.headers.get('authorization') === 'Bearer ghp_1'
          ? HttpResponse.json([issue], {
              headers: {
                etag: 'W/"1"',
                link: `<${api}/repositories/1/issues?page=2>; rel="next", <${api}/repositories/1/issues?page=9>; rel="last"`,
              },
            })
          : new HttpResponse(undefined, { status: 401 }),
      ),
      http.get(`${api}/repositories/1/issues`, () =>
        HttpResponse.json([{ ...issue, title: 'second' }]),
      ),
    );
    const page = await client.listIssues({});
    expect(page).toEqual({
      items: [expect.objectContaining({ title: 'first' })],
      isUnchanged: false,
      etag: 'W/"1"',
      nextUrl: `${api}/repositories/1/issues?page=2`,
    });
    const { items } = await client.listIssues({ url: page.nextUrl });
    expect(items).toMatchObject([{ title: 'second' }]);
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
    expect(await client.listIssues({ etag: 'W/"1"' })).toEqual({
      items: [],
      isUnchanged: true,
      etag: 'W/"1"',
    });
  });

  it.each([
    ['when to', {}, { 'retry-after': '60' }],
    [
      'that there were too many',
      {
        message:
          'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      },
      { 'x-ratelimit-remaining': '4000' },
    ],
  ])('does not ask again when GitHub says %s', async (_what, body, headers) => {
    let requests = 0;
    server.use(
      http.get(`${api}/repos/acme/shop/collaborators/priya/permission`, () => {
        requests += 1;
        return HttpResponse.json(body, { status: 403, headers });
      }),
    );
    // A missing right would be no error.
    const ask = () => client.getPermission('priya');
    await expect(ask()).rejects.toMatchObject({ name: 'RateLimitError' });
    await expect(ask()).rejects.toMatchObject({ name: 'RateLimitError' });
    expect(requests).toBe(1);
  });

  it('shares the rate limit with every client of the host', async () => {
    const { github } = GitHosts.fromConfig(
      new ConfigReader({ integrations: { github: [{ host: 'github.com' }] } }),
    );
    const open = (fullName: string) =>
      github.open({ fullName, url: `https://github.com/${fullName}` });
    server.use(
      http.get('https://api.github.com/repos/acme/shop', () =>
        HttpResponse.json({}, { status: 429 }),
      ),
    );
    await expect(open('acme/shop').getInfo()).rejects.toMatchObject({
      name: 'RateLimitError',
      statusCode: 503,
    });
    await expect(open('acme/pay').getInfo()).rejects.toMatchObject({
      name: 'RateLimitError',
    });
  });

  it.each([
    'https://evil.example/repositories/1/issues',
    'https://ghe.acme.example.evil.example/repositories/1/issues',
  ])('does not take its token to %s', async url => {
    await expect(client.listIssues({ url })).rejects.toThrow(
      `'${url}' is not at`,
    );
  });

  it.each([
    'https://evil.example/api/v1/repos/acme/shop/pulls',
    'https://git.acme.example/api/v1/repos/acme/shop-of-others/pulls',
  ])('does not take the credentials of a Gitea to %s', async url => {
    await expect(
      openGiteaRepository().listPullRequests({ url }),
    ).rejects.toThrow(`'${url}' is not at`);
  });

  it('lists nothing where a repository has no such list', async () => {
    server.use(
      http.get(`${api}/repos/acme/shop/issues`, () =>
        HttpResponse.json({ message: 'Issues are disabled' }, { status: 410 }),
      ),
      http.get(
        'https://git.acme.example/api/v1/repos/acme/shop/actions/runs',
        () => HttpResponse.json({ message: 'not found' }, { status: 404 }),
      ),
    );
    const nothing = { items: [], isUnchanged: false, isAbsent: true };
    expect(await client.listIssues({})).toEqual(nothing);
    expect(await openGiteaRepository().listRuns({})).toEqual(nothing);
  });

  it.each([
    [
      'refuses',
      () => HttpResponse.json({ message: 'Bad credentials' }, { status: 401 }),
      `GET ${api}/repos/acme/shop was answered 401: Bad credentials`,
    ],
    [
      'does not speak JSON',
      () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 }),
      `GET ${api}/repos/acme/shop was answered 502: <h1>Bad gateway</h1>`,
    ],
    [
      'answers something else',
      () => HttpResponse.json({ html_url: 7 }),
      `The answer of ${api}/repos/acme/shop is not understood`,
    ],
    [
      'does not answer',
      () => HttpResponse.error(),
      `GET ${api}/repos/acme/shop was not answered`,
    ],
  ])('says so when a host %s', async (_what, answer, message) => {
    server.use(http.get(`${api}/repos/acme/shop`, answer));
    await expect(client.getInfo()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    [false, 10_000],
    [true, 30_000],
  ])('waits as long as it may (background: %s)', async (isBackground, ms) => {
    const timeout = jest.spyOn(AbortSignal, 'timeout');
    server.use(http.get('https://host.example/a', () => HttpResponse.json(1)));
    const hostApi = new HostApi({
      baseUrl: 'https://host.example',
      pagesBelow: 'https://host.example/',
      getHeaders: async () => ({}),
      limits: new RateLimits('Host'),
      owner: 'acme',
      isBackground,
    });
    await hostApi.request('/a', { schema: z.number() });
    expect(timeout).toHaveBeenCalledWith(ms);
    timeout.mockRestore();
  });
});

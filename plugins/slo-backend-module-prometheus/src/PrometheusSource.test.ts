import type { SloCollectQuery } from '@atrium/plugin-slo-node';
import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readPrometheusConfig } from './config/readPrometheusConfig';
import { PrometheusSource } from './PrometheusSource';

const server = setupServer();
registerMswTestHooks(server);

const url = 'https://mimir.example/prometheus';
const endpoint = `${url}/api/v1/query_range`;
const from = '2026-11-25T12:00:00.000Z';
const to = '2026-11-25T12:03:00.000Z';
const start = Date.parse(from) / 1_000;
const { signal } = new AbortController();

function read(sources: object) {
  return readPrometheusConfig(
    mockServices.rootConfig({ data: { slo: { prometheus: { sources } } } }),
  );
}

async function createSource(more: object = {}) {
  const configs = await read({ main: { url, ...more } });
  return new PrometheusSource(configs, { backOffMs: 1 });
}

function query(
  key: string,
  text: string,
  more: Partial<SloCollectQuery> = {},
): SloCollectQuery {
  return {
    key,
    entityRef: 'component:default/cart',
    part: 'total',
    isCounter: true,
    query: {
      sourceType: 'prometheus',
      sourceOrigin: 'default',
      spec: { query: text },
    },
    ...more,
  };
}

function matrix(...values: string[][]) {
  return HttpResponse.json({
    status: 'success',
    data: {
      resultType: 'matrix',
      result: values.map(ofSeries => ({
        metric: {},
        values: ofSeries.map((value, index) => [start + index * 60, value]),
      })),
    },
  });
}

async function ask(source: PrometheusSource, ...queries: SloCollectQuery[]) {
  const answers = await source.collect({ queries, from, to }, { signal });
  return Object.fromEntries(
    [...answers].map(([key, { minutes, problem }]) => [
      key,
      problem ?? minutes.map(({ value }) => value),
    ]),
  );
}

describe('PrometheusSource', () => {
  it('asks for whole minutes, once for all who want the same', async () => {
    const bodies: Record<string, string>[] = [];
    const headers: Headers[] = [];
    server.use(
      http.post(endpoint, async ({ request }) => {
        const body = new URLSearchParams(await request.text());
        bodies.push(Object.fromEntries(body));
        headers.push(request.headers);
        return matrix(['10', '15', '2', '4'], ['1', '1', '1', '2']);
      }),
    );
    const source = await createSource({ tenant: 'acme', token: 'secret' });
    expect(
      await ask(
        source,
        query('a', 'requests_total{code!~"5.."}'),
        query('b', 'sum(requests_total{code!~"5.."})'),
      ),
    ).toEqual({ a: [5, 2, 3], b: [5, 2, 3] });
    expect(bodies).toEqual([
      {
        query: 'requests_total{code!~"5.."}',
        start: '1795608000',
        end: '1795608180',
        step: '60',
        timeout: '20s',
        partial_response: 'false',
        limit: '2001',
      },
    ]);
    expect(headers[0]?.get('authorization')).toBe('Bearer secret');
    expect(headers[0]?.get('x-scope-orgid')).toBe('acme');
  });

  it('gives the value at the end of each minute of what is no counter', async () => {
    server.use(http.post(endpoint, () => matrix(['9', '1', '2', '3'])));
    const source = await createSource();
    const gauge = query('a', 'avg(age_seconds)', {
      part: 'threshold',
      isCounter: false,
    });
    expect(await ask(source, gauge)).toEqual({ a: [1, 2, 3] });

    server.use(http.post(endpoint, () => matrix(['1'], ['2'])));
    expect(await ask(source, gauge)).toEqual({
      a: 'The query gives 2 series where one is needed',
    });
  });

  it('tries again what may pass, and waits as it is told', async () => {
    const answers = [
      new HttpResponse('busy', {
        status: 429,
        headers: { 'retry-after': '0' },
      }),
      HttpResponse.error(),
      matrix(['1', '2', '3', '4']),
    ];
    server.use(http.post(endpoint, () => answers.shift() ?? matrix()));
    const source = await createSource();
    expect(await ask(source, query('a', 'up'))).toEqual({ a: [1, 1, 1] });
    expect(answers).toEqual([]);
  });

  it.each([
    [
      () =>
        HttpResponse.json(
          {
            status: 'error',
            errorType: 'bad_data',
            error: 'parse error: unexpected end of input',
          },
          { status: 400 },
        ),
      "Prometheus 'main' answered 400: parse error: unexpected end of input",
      1,
    ],
    [
      () =>
        HttpResponse.json(
          {
            status: 'error',
            errorType: 'timeout',
            error: 'query timed out in expression evaluation',
          },
          { status: 503 },
        ),
      "Prometheus 'main' answered 503: query timed out in expression evaluation",
      3,
    ],
    [
      () => new HttpResponse('<html>'),
      "Prometheus 'main' answered 200, which is not a range of PromQL",
      1,
    ],
    [
      () => HttpResponse.redirect('http://169.254.169.254/'),
      "Prometheus 'main' is unreachable",
      3,
    ],
  ])(
    'says what is wrong, on that query only',
    async (answer, problem, times) => {
      let asked = 0;
      server.use(
        http.post(endpoint, async ({ request }) => {
          const body = new URLSearchParams(await request.text());
          if (body.get('query') === 'fine') {
            return matrix(['1', '2', '3', '4']);
          }
          asked += 1;
          return answer();
        }),
      );
      const source = await createSource();
      const answers = await ask(source, query('a', 'up'), query('b', 'fine'));
      expect(answers).toEqual({
        a: expect.stringContaining(problem),
        b: [1, 1, 1],
      });
      expect(asked).toBe(times);
    },
  );

  it('reads no more than as many series as it takes can have', async () => {
    const tooMany = Array.from({ length: 2_001 }, () => ['1', '2', '3', '4']);
    server.use(http.post(endpoint, () => matrix(...tooMany)));
    expect(await ask(await createSource(), query('a', 'up'))).toEqual({
      a: 'The query gives more than 2000 series',
    });

    // 2,000 series of 4 points of 45 bytes, and 2,048 bytes for labels each.
    const maxBytes = 4_456_000;
    const chunk = new Uint8Array(100_000).fill(32);
    let asked = 0;
    let sent = 0;
    server.use(
      http.post(endpoint, () => {
        asked += 1;
        return new HttpResponse(
          new ReadableStream({
            // Never ends.
            async pull(controller) {
              sent += chunk.byteLength;
              controller.enqueue(chunk);
              await delay(1);
            },
          }),
        );
      }),
    );
    const source = await createSource({ timeout: { seconds: 3 } });
    expect(await ask(source, query('a', 'up'))).toEqual({
      a: "Prometheus 'main' answered with more than 4456000 bytes; the query has to choose fewer series, of at most 2000",
    });
    expect(asked).toBe(1);
    expect(sent).toBeLessThan(maxBytes + 10 * chunk.byteLength);
  });

  it('does not wait for ever, nor ask for too much at a time', async () => {
    let running = 0;
    let most = 0;
    server.use(
      http.post(endpoint, async () => {
        running += 1;
        most = Math.max(most, running);
        await delay(20);
        running -= 1;
        return matrix(['1', '2', '3', '4']);
      }),
    );
    const source = await createSource({ concurrency: 2 });
    const many = Array.from({ length: 7 }, (_, index) =>
      query(`q${index}`, `up${index}`),
    );
    expect(Object.keys(await ask(source, ...many))).toHaveLength(7);
    expect(most).toBe(2);

    server.use(
      http.post(endpoint, async () => {
        await delay(500);
        return matrix();
      }),
    );
    const hasty = await createSource({ timeout: { milliseconds: 30 } });
    expect(await ask(hasty, query('a', 'up'))).toEqual({
      a: "Prometheus 'main' did not answer in time",
    });
  });

  it('asks nobody but those in the config', async () => {
    const source = await createSource();
    const valid = query('a', 'up').query;
    const counter = { isCounter: true };
    expect(source.validate(valid, 'total', counter)).toEqual([]);
    const named = { ...valid, spec: { query: 'up', source: 'other' } };
    expect(source.validate(named, 'total', counter)).toEqual([
      {
        path: ['source'],
        message:
          "is 'other', a Prometheus that the config of the portal does not have",
      },
    ]);
    expect(
      source.validate(
        { ...valid, connection: { source: 'other' } },
        'total',
        counter,
      ),
    ).toEqual([
      { message: "The config of the portal has no Prometheus 'other'" },
    ]);
    expect(
      source.validate(
        { ...valid, spec: { query: ' ', url: 'http://x' } },
        'total',
        counter,
      ),
    ).toEqual([
      { path: ['query'], message: 'must have at least 1 character' },
      {
        path: ['url'],
        message: 'is no field of type prometheus: those are query and source',
      },
    ]);
    // Left out, `counter` is false, which would add up what only grows.
    const asked = (text: string) =>
      source.validate(query('a', text).query, 'total', { isCounter: false });
    expect(asked('sum(requests_total{code="200"})')).toEqual([
      { path: ['query'], message: expect.stringContaining('counter: true') },
    ]);
    expect(asked('sum(increase(requests_total[1m]))')).toEqual([]);
    expect(await ask(source, query('a', 'rate(up[5m])'))).toEqual({
      a: expect.stringContaining('A counter is asked for by a selector'),
    });
  });
});

describe('readPrometheusConfig', () => {
  it('has defaults', async () => {
    expect(
      await read({ main: { url: `${url}/`, username: 'u', password: 'p' } }),
    ).toEqual([
      {
        name: 'main',
        url,
        headers: { Authorization: 'Basic dTpw' },
        timeoutMs: 20_000,
        concurrency: 4,
        historyMinutes: 21_600,
      },
    ]);
    expect(await read({})).toEqual([]);
  });

  it.each([
    [{ url: 'mimir.example' }, 'must be an http or https address'],
    [{ url, username: 'u' }, "both 'username' and 'password'"],
    [
      { url, token: 't', username: 'u', password: 'p' },
      "either 'token' or 'username'",
    ],
    [{ url, concurrency: 0 }, 'must be a whole number above 0'],
    [{ url, tls: { certFile: __filename } }, "both 'certFile' and 'keyFile'"],
    [{ url, tls: { caFile: 'missing.pem' } }, 'missing.pem'],
  ])('refuses %j', async (main, message) => {
    await expect(read({ main })).rejects.toThrow(message);
  });
});

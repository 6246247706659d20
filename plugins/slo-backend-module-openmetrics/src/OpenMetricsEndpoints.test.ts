import { describeQueryProblems } from '@atrium/plugin-slo-node';
import { mockServices } from '@backstage/backend-test-utils';
import { readOpenMetricsConfig } from './config/readOpenMetricsConfig';
import { OpenMetricsEndpoints } from './OpenMetricsEndpoints';

function read(openmetrics: object) {
  return readOpenMetricsConfig(
    mockServices.rootConfig({ data: { slo: { openmetrics } } }),
  );
}

const { endpoints: config } = read({
  endpoints: {
    production: {
      url: 'https://{service}.prod.example/metrics',
      headers: { authorization: 'Bearer secret' },
    },
    batch: { url: 'http://batch.example:9100/*/metrics' },
  },
});
const endpoints = new OpenMetricsEndpoints(config);

function resolve(spec: { [key: string]: string }) {
  const resolved = endpoints.resolve({ query: 'up', ...spec });
  return 'problems' in resolved
    ? describeQueryProblems(resolved.problems)
    : resolved.url;
}

describe('OpenMetricsEndpoints', () => {
  it.each([
    [{ service: 'cart' }, 'https://cart.prod.example/metrics'],
    [
      { service: 'cart', endpoint: 'production' },
      'https://cart.prod.example/metrics',
    ],
    [
      { url: 'http://batch.example:9100/night_run/metrics' },
      'http://batch.example:9100/night_run/metrics',
    ],
    [
      { url: 'https://cart.prod.example/metrics' },
      'https://cart.prod.example/metrics',
    ],
  ])('finds %j', (spec, url) => {
    expect(resolve(spec)).toBe(url);
  });

  it.each([
    [{}, "'spec.service' or url is required, and not both"],
    [
      { service: 'a', url: 'http://a' },
      "'spec.service' or url is required, and not both",
    ],
    [
      { service: 'evil.example/#' },
      "'spec.service' is 'evil.example/#', which has no endpoint",
    ],
    [{ service: '169.254.169.254' }, 'has no endpoint'],
    [{ service: 'a@b' }, 'has no endpoint'],
    [{ service: 'cart', endpoint: 'batch' }, 'has no endpoint'],
    [
      { service: 'cart', endpoint: 'x' },
      "'spec.endpoint' is 'x', which the config",
    ],
    [{ url: 'http://169.254.169.254/latest/meta-data' }, 'which is not among'],
    [{ url: 'http://batch.example:9100/../metrics' }, 'which is not among'],
    [{ url: 'http://batch.example:9100/a/b/metrics' }, 'which is not among'],
    [{ url: 'http://batch.example:9100/a/metrics?x=1' }, 'which is not among'],
    [{ url: 'http://user@batch.example:9100/a/metrics' }, 'which is not among'],
    [{ url: 'https://a.b.prod.example/metrics' }, 'which is not among'],
    [{ url: 'https://cart.prod.example.evil.example/metrics' }, 'not among'],
    [{ service: 'cart', query: 'sum(up)' }, 'which is not a selector'],
    [
      { service: 'cart', quary: 'up' },
      "'spec.quary' is no field of type openmetrics",
    ],
  ])('refuses %j', (spec, problem) => {
    expect(resolve(spec)).toContain(problem);
  });

  it('knows the headers of what is allowed', () => {
    expect(endpoints.headersFor('https://cart.prod.example/metrics')).toEqual({
      authorization: 'Bearer secret',
    });
    expect(endpoints.headersFor('http://batch.example:9100/a/metrics')).toEqual(
      {},
    );
    expect(endpoints.headersFor('http://other.example/')).toBeUndefined();
  });
});

describe('readOpenMetricsConfig', () => {
  it('has defaults', () => {
    expect(read({})).toEqual({
      interval: { seconds: 15 },
      timeoutMs: 10_000,
      maxBytes: 10_485_760,
      endpoints: [],
    });
  });

  it.each([
    [{ interval: '2 minutes' }, 'from 5 to 30 seconds'],
    [{ interval: { seconds: 1 } }, 'from 5 to 30 seconds'],
    [{ maxBytes: 0 }, "'slo.openmetrics.maxBytes' must be above zero"],
    ...[
      'ftp://{service}/metrics',
      'http://user:password@host/',
      '{service}/metrics',
      'http://HOST.example/metrics',
      'http://host.example:80/metrics',
      'http://host.example',
    ].map((url): [object, string] => [
      { endpoints: { a: { url } } },
      "'slo.openmetrics.endpoints.a.url' must be a complete http or https address",
    ]),
  ])('refuses %j', (settings, message) => {
    expect(() => read(settings)).toThrow(message);
  });
});

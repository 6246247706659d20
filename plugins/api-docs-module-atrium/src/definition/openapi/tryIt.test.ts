import { mockApis } from '@backstage/frontend-test-utils';
import { readTryItHosts } from './readTryItHosts';
import { TryItPolicy } from './TryItPolicy';

const base = 'https://portal.example/catalog/default/api/payment-api';

describe('TryItPolicy', () => {
  it.each([
    ['https://api.acme.example/v1', ['api.acme.example'], true],
    ['https://api.acme.example/v1', ['*.acme.example'], true],
    ['https://a.b.acme.example/v1', ['*.acme.example'], true],
    ['https://acme.example/v1', ['*.acme.example'], false],
    ['https://evilacme.example/v1', ['*.acme.example'], false],
    ['https://api.acme.example.evil.example', ['api.acme.example'], false],
    ['https://api.acme.example@evil.example', ['api.acme.example'], false],
    ['http://localhost:8080/v1', ['localhost:8080'], true],
    ['http://localhost:8081/v1', ['localhost:8080'], false],
    ['/v1', ['api.acme.example'], false],
    ['/v1', ['portal.example'], true],
    ['ftp://api.acme.example', ['api.acme.example'], false],
    ['https://[', ['*.example'], false],
    ['https://api.acme.example', [], false],
  ])('of %s with %j says %s', (url, hosts, isAllowed) => {
    expect(new TryItPolicy(hosts, base).allows(url)).toBe(isAllowed);
  });

  it('finds servers of the API, of a path and of an operation', () => {
    const policy = new TryItPolicy(['eu.acme.example'], base);
    const server = {
      url: 'https://{region}.acme.example',
      variables: { region: { default: 'eu' } },
    };
    expect(policy.allowsAnyServer({ servers: [server] })).toBe(true);
    expect(
      policy.allowsAnyServer({ paths: { '/a': { servers: [server] } } }),
    ).toBe(true);
    expect(
      policy.allowsAnyServer({
        paths: { '/a': { get: { servers: [server] } } },
      }),
    ).toBe(true);
    expect(policy.allowsAnyServer({ servers: [{ url: '/' }] })).toBe(false);
  });

  it('puts servers that may be called first', () => {
    const policy = new TryItPolicy(['staging.acme.example'], base);
    const production = {
      url: 'https://acme.example',
      description: 'Production',
    };
    const staging = { url: 'https://staging.acme.example' };
    expect(
      policy.sortServers({ servers: [production, staging] }).servers,
    ).toEqual([
      staging,
      { ...production, description: 'Production, for reading only' },
    ]);
  });
});

describe('readTryItHosts', () => {
  const read = (hosts: string[]) =>
    readTryItHosts(
      mockApis.config({ data: { app: { apiDocs: { tryIt: { hosts } } } } }),
    );

  it('has none by default', () => {
    expect(readTryItHosts(mockApis.config())).toEqual([]);
  });

  it('lower-cases hosts', () => {
    expect(
      read(['API.acme.example', '*.acme.example', 'localhost:80']),
    ).toEqual(['api.acme.example', '*.acme.example', 'localhost:80']);
  });

  it.each(['https://acme.example', 'acme.example/v1', '*', 'a b'])(
    'refuses %j',
    host => {
      expect(() => read([host])).toThrow(
        `'${host}' in app.apiDocs.tryIt.hosts is not a host`,
      );
    },
  );
});

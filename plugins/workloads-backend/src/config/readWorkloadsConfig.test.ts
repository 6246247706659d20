import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { findEnvironment } from './findEnvironment';
import { readWorkloadsConfig } from './readWorkloadsConfig';

function read(workloads?: JsonObject) {
  return readWorkloadsConfig(
    mockServices.rootConfig({ data: workloads ? { workloads } : {} }),
  );
}

describe('readWorkloadsConfig', () => {
  it('has defaults', () => {
    expect(read()).toEqual({
      environments: {},
      namespaces: {},
      claimRules: [],
      timeoutMs: 8_000,
      cacheMs: 10_000,
      concurrency: 6,
      warningsMs: 3_600_000,
    });
  });

  it('reads what is set', () => {
    expect(
      read({
        environments: { 'eu.prod': 'production', 'eu.test/web-*': 'staging' },
        namespaces: { 'eu.prod': ['billing', 'checkout'] },
        claims: {
          billing: {
            namespaces: ['billing', 'billing-*'],
            owners: ['group:default/team-payments'],
          },
          'by.repository': {
            namespaces: ['*'],
            clusters: ['eu.prod'],
            labels: { 'managed-by': 'ci' },
            repositories: ['Git.Acme.Example/acme/{id}'],
          },
        },
        timeout: 'PT2S',
        cacheFor: { seconds: 30 },
        concurrency: 2,
        warningsFor: { hours: 3 },
      }),
    ).toEqual({
      environments: { 'eu.prod': 'production', 'eu.test/web-*': 'staging' },
      namespaces: { 'eu.prod': ['billing', 'checkout'] },
      claimRules: [
        {
          namespaces: ['billing', 'billing-*'],
          clusters: ['*'],
          labels: {},
          owners: ['group:default/team-payments'],
          repositories: [],
        },
        {
          namespaces: ['*'],
          clusters: ['eu.prod'],
          labels: { 'managed-by': 'ci' },
          owners: [],
          repositories: ['git.acme.example/acme/{id}'],
        },
      ],
      timeoutMs: 2_000,
      cacheMs: 30_000,
      concurrency: 2,
      warningsMs: 10_800_000,
    });
  });

  it.each([
    [{ concurrency: 0 }, 'concurrency'],
    [{ environments: { 'a/b/c': 'production' } }, 'environments'],
    [{ environments: { a: '' } }, 'environments'],
    [{ namespaces: { a: [] } }, 'namespaces'],
    [{ namespaces: { a: ['Not A Name'] } }, 'namespaces'],
    [{ claims: { a: { namespaces: ['billing'] } } }, 'claims'],
    [{ claims: { a: { owners: ['group:default/a'] } } }, 'claims'],
    [{ claims: { a: { namespaces: ['b'], owners: ['%00'] } } }, 'claims'],
    [
      { claims: { a: { namespaces: ['*'], repositories: ['*/acme/{id}'] } } },
      'claims',
    ],
    [
      {
        claims: { a: { namespaces: ['*'], repositories: ['h.x/acme/{name}'] } },
      },
      'claims',
    ],
    [
      { claims: { a: { namespace: ['b'], owners: ['group:default/a'] } } },
      'claims',
    ],
    [{ cacheFor: { seconds: 0 } }, 'cacheFor'],
  ])('refuses %j', (config, key) => {
    expect(() => read(config)).toThrow(`'workloads.${key}'`);
  });
});

describe('findEnvironment', () => {
  const environments = {
    east: 'production',
    'east/*-staging': 'staging',
    'east/pay-staging': 'rehearsal',
    'west/dev*': 'dev',
  };

  it.each([
    ['east', 'billing', 'production'],
    ['east', 'billing-staging', 'staging'],
    ['east', 'pay-staging', 'rehearsal'],
    ['west', 'dev', 'dev'],
    ['west', 'dev-2', 'dev'],
    ['west', 'my-dev', undefined],
    ['north', 'billing', undefined],
  ])('says what %s/%s stands for', (cluster, namespace, expected) => {
    expect(findEnvironment(environments, { cluster, namespace })).toBe(
      expected,
    );
  });
});

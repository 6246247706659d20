import type { Entity } from '@backstage/catalog-model';
import { buildEntityIndex } from './buildEntityIndex';

function component(
  name: string,
  annotations: Record<string, string> = {},
  namespace?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace, annotations },
  };
}

const index = buildEntityIndex([
  component('payment-service', {
    'github.com/project-slug': 'Acme/Payment-Service',
    'backstage.io/source-location':
      'url:https://git.acme.example/acme/payment-service/src/branch/main/',
  }),
  // Two components of one repository.
  component('web', {
    'backstage.io/source-location':
      'url:https://github.com/acme/mono/tree/main/web',
    'atrium.dev/delivery-service': 'frontend, namespace/frontend',
  }),
  component('api', {
    'backstage.io/source-location':
      'url:https://github.com/acme/mono/tree/main/api',
  }),
  component('mirror', {
    'backstage.io/source-location': 'url:https://mirror.acme.example/acme/tool',
  }),
  component('tool', { 'github.com/project-slug': 'acme/tool' }),
  component('elsewhere', {}, 'other'),
]);

describe('buildEntityIndex', () => {
  it.each([
    [{ repository: 'github.com/acme/payment-service' }, 'payment-service'],
    [
      { repository: 'git.acme.example/acme/payment-service' },
      'payment-service',
    ],
    [{ repository: 'acme/payment-service' }, 'payment-service'],
    [{ repository: 'github.com/acme/tool' }, 'tool'],
    [{ repository: 'mirror.acme.example/acme/tool' }, 'mirror'],
    // A service that a component claims wins over the repository.
    [{ repository: 'acme/payment-service', service: 'Frontend' }, 'web'],
    [{ service: 'namespace/frontend' }, 'web'],
    // Without a claim the repository, and then the name.
    [{ repository: 'acme/payment-service', service: 'api' }, 'payment-service'],
    [{ repository: 'acme/mono', service: 'api' }, 'api'],
    [{ service: 'deployment/tool' }, 'tool'],
  ])('finds %j', (place, name) => {
    expect(index.find(place)).toEqual({
      entityRef: `component:default/${name}`,
    });
  });

  it('says why there is none', () => {
    for (const place of [
      {},
      { repository: 'acme/unknown' },
      { service: 'elsewhere' },
      { repository: 'gitlab.com/acme/payment-service' },
    ]) {
      expect(index.find(place)).toEqual({ reason: 'unknown' });
    }
    expect(index.find({ repository: 'github.com/acme/mono' })).toEqual({
      reason: 'ambiguous',
    });
    expect(index.find({ repository: 'acme/tool' })).toEqual({
      reason: 'ambiguous',
    });
  });
});

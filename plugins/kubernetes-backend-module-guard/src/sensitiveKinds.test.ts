import { ConfigReader } from '@backstage/config';
import { checkKindsInConfig } from './sensitiveKinds';

function check(kubernetes: object) {
  checkKindsInConfig(new ConfigReader({ kubernetes }));
}

describe('checkKindsInConfig', () => {
  const rollouts = {
    group: 'argoproj.io',
    apiVersion: 'v1alpha1',
    plural: 'rollouts',
  };

  it('takes what is safe, and no config at all', () => {
    expect(() =>
      check({
        objectTypes: ['pods'],
        customResources: [rollouts],
        clusterLocatorMethods: [
          { type: 'config', clusters: [{ customResources: [rollouts] }] },
          { type: 'catalog' },
        ],
      }),
    ).not.toThrow();
    expect(() => checkKindsInConfig(new ConfigReader({}))).not.toThrow();
  });

  it.each([
    [
      { objectTypes: ['pods', 'configmaps'] },
      'The portal never reads configmaps; remove them from kubernetes.objectTypes',
    ],
    [
      {
        customResources: [
          rollouts,
          { group: '', apiVersion: 'v1', plural: 'secrets' },
        ],
      },
      'The portal never reads secrets; remove them from kubernetes.customResources[1]',
    ],
    [
      {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                customResources: [
                  { group: '', apiVersion: 'v1', plural: 'secrets' },
                ],
              },
            ],
          },
        ],
      },
      'remove them from kubernetes.clusterLocatorMethods[0].clusters[0].customResources[0]',
    ],
    [
      { customResources: [{ ...rollouts, plural: 'pods/../secrets' }] },
      "'pods/../secrets' at kubernetes.customResources[0] is no group, version or plural of Kubernetes",
    ],
    [
      { customResources: [{ ...rollouts, group: '..' }] },
      "'..' at kubernetes.customResources[0] is no group",
    ],
  ])('refuses %j', (kubernetes, message) => {
    expect(() => check(kubernetes)).toThrow(message);
  });
});

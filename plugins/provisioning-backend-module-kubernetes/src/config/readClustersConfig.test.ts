import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  readClustersConfig,
  readScoreClustersConfig,
} from './readClustersConfig';

// As `kubectl config` names a cluster of EKS.
const EKS = 'arn:aws:eks:eu-west-1:1:cluster/prod';

const rootOf = (provisioning: JsonObject) =>
  mockServices.rootConfig({
    data: {
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              { name: 'prod.eu', url: 'https://eu.acme.example/' },
              {
                name: EKS,
                url: 'https://eks.acme.example',
                serviceAccountToken: 'stock-token',
              },
            ],
          },
        ],
      },
      provisioning,
    },
  });

describe('readClustersConfig', () => {
  it('takes names with dots, colons and slashes', () => {
    const place = { kinds: ['v1/ConfigMap'], namespaces: ['resources'] };

    expect(
      readClustersConfig(
        rootOf({
          kubernetes: {
            clusters: { 'prod.eu': { ...place, token: 'own' }, [EKS]: place },
          },
        }),
      ),
    ).toEqual([
      {
        name: 'prod.eu',
        url: 'https://eu.acme.example',
        token: 'own',
        checksCertificate: true,
        ...place,
      },
      {
        name: EKS,
        url: 'https://eks.acme.example',
        token: 'stock-token',
        checksCertificate: true,
        ...place,
      },
    ]);
  });

  it('names the cluster that is unknown or not complete', () => {
    expect(() =>
      readClustersConfig(
        rootOf({ kubernetes: { clusters: { 'prod.us': {} } } }),
      ),
    ).toThrow("'provisioning.kubernetes.clusters.prod.us' is not among");
    expect(() =>
      readClustersConfig(
        rootOf({ kubernetes: { clusters: { 'prod.eu': {} } } }),
      ),
    ).toThrow("'provisioning.kubernetes.clusters.prod.eu.kinds'");
  });
});

describe('readScoreClustersConfig', () => {
  it('takes names with dots, colons and slashes', () => {
    expect(
      readScoreClustersConfig(
        rootOf({
          score: { clusters: { 'prod.eu': {}, [EKS]: { token: 'own' } } },
        }),
      ),
    ).toEqual([
      {
        name: 'prod.eu',
        url: 'https://eu.acme.example',
        checksCertificate: true,
      },
      {
        name: EKS,
        url: 'https://eks.acme.example',
        token: 'own',
        checksCertificate: true,
      },
    ]);
  });
});

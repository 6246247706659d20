import { findDeprecation } from './findDeprecation';

// From the deprecation guide of Kubernetes.
describe('findDeprecation', () => {
  it.each([
    ['Deployment', 'extensions/v1beta1', '1.16', 'apps/v1'],
    ['StatefulSet', 'apps/v1beta1', '1.16', 'apps/v1'],
    ['DaemonSet', 'apps/v1beta2', '1.16', 'apps/v1'],
    ['CronJob', 'batch/v1beta1', '1.25', 'batch/v1'],
    ['Ingress', 'extensions/v1beta1', '1.22', 'networking.k8s.io/v1'],
    ['Ingress', 'networking.k8s.io/v1beta1', '1.22', 'networking.k8s.io/v1'],
    [
      'HorizontalPodAutoscaler',
      'autoscaling/v2beta1',
      '1.25',
      'autoscaling/v2',
    ],
    [
      'HorizontalPodAutoscaler',
      'autoscaling/v2beta2',
      '1.26',
      'autoscaling/v2',
    ],
  ])('knows %s of %s', (kind, apiVersion, removedIn, replacement) => {
    expect(
      findDeprecation({ kind, apiVersion, clusterMinor: 34 }),
    ).toMatchObject({ apiVersion, removedIn, replacement, isRemoved: true });
  });

  it('tells whether the cluster has removed it', () => {
    const of = (clusterMinor: number | undefined) =>
      findDeprecation({
        kind: 'CronJob',
        apiVersion: 'batch/v1beta1',
        clusterMinor,
      })?.isRemoved;

    expect([of(24), of(25), of(undefined)]).toEqual([false, true, false]);
  });

  it.each([
    ['Deployment', 'apps/v1'],
    ['CronJob', 'batch/v1'],
    ['StatefulSet', 'extensions/v1beta1'],
    ['Deployment', undefined],
  ])('lets %s of %s be', (kind, apiVersion) => {
    expect(
      findDeprecation({ kind, apiVersion, clusterMinor: 34 }),
    ).toBeUndefined();
  });
});

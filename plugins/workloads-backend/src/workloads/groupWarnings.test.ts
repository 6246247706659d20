import { explainReason, groupWarnings } from './groupWarnings';

describe('explainReason', () => {
  it.each([
    [
      'BackOff',
      'Back-off restarting failed container app',
      'A container keeps crashing',
    ],
    ['BackOff', 'Back-off pulling image "web:1"', 'An image cannot be pulled'],
    ['Failed', 'Error: ErrImagePull', 'An image cannot be pulled'],
    [
      'Failed',
      'Error: secret "db" not found',
      'A secret or config map is missing',
    ],
    [
      'FailedScheduling',
      '0/3 nodes are available: 3 Insufficient cpu.',
      'No node has room for a pod',
    ],
    [
      'FailedScheduling',
      '0/3 nodes are available: untolerated taint',
      'No node fits a pod',
    ],
    ['Unhealthy', 'Readiness probe failed: 503', 'A readiness probe fails'],
    ['Unhealthy', 'Liveness probe failed: timeout', 'A liveness probe fails'],
    [
      'OOMKilling',
      'Memory cgroup out of memory',
      'A container ran out of memory',
    ],
    ['FailedMount', 'secret "tls" not found', 'A volume cannot be mounted'],
    [
      'Evicted',
      'The node was low on resource: memory.',
      'A pod was put off its node',
    ],
    ['FailedCreate', 'exceeded quota: compute', 'A quota is used up'],
    ['FailedCreate', 'violates PodSecurity', 'Pods cannot be made'],
    ['NodeNotReady', 'Node is not ready', 'A node fails'],
    [
      'FailedGetResourceMetric',
      'missing request for cpu',
      'The autoscaler has no figures',
    ],
    [
      'BackoffLimitExceeded',
      'Job has reached the limit',
      'A job has failed for good',
    ],
    ['SomethingNew', 'whatever', 'A warning of the cluster'],
  ])('explains %s: %s', (reason, message, title) => {
    expect(explainReason(reason, message)).toMatchObject({ title });
  });
});

describe('groupWarnings', () => {
  const occurrence = {
    cluster: 'east',
    reason: 'BackOff',
    message: 'Back-off restarting failed container app in pod web-1',
    count: 3,
    firstAt: '2026-11-25T08:00:00.000Z',
    lastAt: '2026-11-25T08:30:00.000Z',
    object: { namespace: 'shop', kind: 'Pod', name: 'web-1' },
    workloadId: 'east/shop/Deployment/web',
  };

  it('groups by cluster, namespace, reason and what it means; the newest first', () => {
    const second = {
      ...occurrence,
      message: 'Back-off restarting failed container app in pod web-2',
      count: 5,
      firstAt: '2026-11-25T07:00:00.000Z',
      lastAt: '2026-11-25T08:40:00.000Z',
      object: { ...occurrence.object, name: 'web-2' },
    };
    const elsewhere = { ...occurrence, cluster: 'west' };
    const ofStaging = {
      ...occurrence,
      count: 1,
      firstAt: '2026-11-25T08:20:00.000Z',
      lastAt: '2026-11-25T08:20:00.000Z',
      object: { ...occurrence.object, namespace: 'shop-staging' },
      workloadId: 'east/shop-staging/Deployment/web',
    };
    const pulling = {
      ...occurrence,
      message: 'Back-off pulling image "web:9"',
      lastAt: '2026-11-25T09:00:00.000Z',
      workloadId: undefined,
    };

    const warnings = groupWarnings([
      occurrence,
      second,
      elsewhere,
      ofStaging,
      pulling,
    ]);

    expect(
      warnings.map(({ cluster, title, count }) => [cluster, title, count]),
    ).toEqual([
      ['east', 'An image cannot be pulled', 3],
      ['east', 'A container keeps crashing', 8],
      ['west', 'A container keeps crashing', 3],
      ['east', 'A container keeps crashing', 1],
    ]);
    expect(warnings[1]).toMatchObject({
      firstAt: '2026-11-25T07:00:00.000Z',
      lastAt: '2026-11-25T08:40:00.000Z',
      message: second.message,
      objects: [
        { name: 'web-2', count: 5 },
        { name: 'web-1', count: 3 },
      ],
      workloadIds: ['east/shop/Deployment/web'],
    });
    expect(warnings[3].workloadIds).toEqual([ofStaging.workloadId]);
    expect(new Set(warnings.map(({ id }) => id)).size).toBe(4);
  });
});

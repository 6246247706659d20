import type { Deployment, Incident } from '@atrium/plugin-delivery-common';
import { buildTimeline } from './buildTimeline';

const period = {
  from: '2026-11-01T00:00:00.000Z',
  to: '2026-12-01T00:00:00.000Z',
};

function deployment(id: string, day: string, rest: Partial<Deployment> = {}) {
  return {
    id,
    kind: 'deployed' as const,
    service: 'shop',
    source: '/cd',
    entityRef: 'component:default/shop',
    environment: 'production',
    tier: 'production' as const,
    version: id,
    at: `2026-11-${day}T10:00:00.000Z`,
    ...rest,
  };
}

function incident(id: string, rest: Partial<Incident>): Incident {
  return {
    id,
    incidentId: id,
    source: '/pager',
    entityRef: 'component:default/shop',
    tier: 'production',
    updatedAt: '2026-11-20T00:00:00.000Z',
    ...rest,
  };
}

const build = (deployments: Deployment[], incidents: Incident[] = []) =>
  buildTimeline({ deployments, incidents, period });

describe('buildTimeline', () => {
  it('tells failed releases from good ones, oldest first', () => {
    const [row] = build(
      [
        deployment('1.3', '04'),
        deployment('back', '03', { kind: 'rolledback', version: '1.1' }),
        deployment('1.2', '02'),
        deployment('1.1', '01'),
      ],
      [
        incident('i', {
          deploymentId: '1.3',
          detectedAt: '2026-11-04T11:00:00.000Z',
        }),
      ],
    );
    expect(row.deployments.map(({ id, failedBy }) => [id, failedBy])).toEqual([
      ['1.1', undefined],
      ['1.2', 'rollback'],
      ['back', undefined],
      ['1.3', 'incident'],
    ]);
  });

  it('blames a roll-back on the service that it is of', () => {
    const [row] = build([
      deployment('worker back', '03', {
        kind: 'rolledback',
        service: 'worker',
        version: '6',
      }),
      deployment('api 2', '02', { service: 'api' }),
      deployment('worker 7', '01', { service: 'worker' }),
    ]);
    expect(row.deployments.map(({ id, failedBy }) => [id, failedBy])).toEqual([
      ['worker 7', 'rollback'],
      ['api 2', undefined],
      ['worker back', undefined],
    ]);
  });

  it('keeps the incidents that reach into the period', () => {
    const [row] = build(
      [],
      [
        incident('open', { detectedAt: '2026-11-09T00:00:00.000Z' }),
        incident('reaches in', {
          detectedAt: '2026-10-20T00:00:00.000Z',
          resolvedAt: '2026-11-02T00:00:00.000Z',
        }),
        incident('over', {
          detectedAt: '2026-10-20T00:00:00.000Z',
          resolvedAt: '2026-10-21T00:00:00.000Z',
        }),
        incident('later', { detectedAt: '2026-12-01T00:00:00.000Z' }),
      ],
    );
    expect(row.incidents.map(({ id }) => id)).toEqual(['reaches in', 'open']);
  });

  it('puts the services first that had most failures', () => {
    const of = (name: string) => ({ entityRef: `component:default/${name}` });
    expect(
      build(
        [
          deployment('a1', '01', of('a')),
          deployment('b1', '01', of('b')),
          deployment('b2', '02', of('b')),
        ],
        [incident('i', { ...of('c'), detectedAt: '2026-11-02T00:00:00.000Z' })],
      ).map(({ entityRef }) => entityRef.split('/')[1]),
    ).toEqual(['c', 'b', 'a']);
  });
});

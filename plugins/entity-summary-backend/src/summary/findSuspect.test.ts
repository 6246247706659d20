import type { Deployment, Incident } from '@atrium/plugin-delivery-common';
import { findSuspect } from './findSuspect';

const entityRef = 'component:default/shop';

const deployed = (service: string, hour: string): Deployment => ({
  id: `${service} ${hour}`,
  kind: 'deployed',
  service,
  source: '/cd',
  entityRef,
  environment: 'production',
  tier: 'production',
  at: `2026-11-28T${hour}:00:00.000Z`,
});

const incident: Incident = {
  id: 'down',
  incidentId: 'down',
  source: '/pager',
  entityRef,
  environment: 'production',
  tier: 'production',
  detectedAt: '2026-11-28T12:00:00.000Z',
  updatedAt: '2026-11-28T12:00:00.000Z',
};

describe('findSuspect', () => {
  const deployments = [
    deployed('worker', '13'),
    deployed('worker', '11'),
    deployed('api', '10'),
    deployed('api', '09'),
  ];

  it('is what delivery blames, else the last one before', () => {
    const suspect = (deploymentId?: string) =>
      findSuspect({ ...incident, deploymentId }, deployments)?.deploymentId;
    expect(suspect('api 09')).toBe('api 09');
    expect(suspect()).toBe('worker 11');
  });

  it('is the last one of the service that the incident names, where there is any', () => {
    const suspect = (service: string) =>
      findSuspect({ ...incident, service }, deployments)?.deploymentId;
    expect(suspect('api')).toBe('api 10');
    expect(suspect('shop in the pager')).toBe('worker 11');
  });
});

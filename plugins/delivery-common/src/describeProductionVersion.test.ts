import type { Deployment } from './deployment';
import { describeProductionVersion } from './describeProductionVersion';

const runs = (service: string, version?: string): Deployment => ({
  id: service,
  kind: 'deployed',
  service,
  source: '/cd',
  environment: 'production',
  tier: 'production',
  version,
  at: '2026-11-25T12:00:00.000Z',
});

describe('describeProductionVersion', () => {
  it('is the version of the one service', () => {
    expect(describeProductionVersion({})).toBeUndefined();
    expect(
      describeProductionVersion({ lastProductionDeployment: runs('api', '2') }),
    ).toBe('2');
  });

  it('names each of several services, as far as their versions are known', () => {
    const [api, worker, web] = [
      runs('api', '2.0.0'),
      runs('worker', '7.1.0'),
      runs('web'),
    ];
    expect(
      describeProductionVersion({
        lastProductionDeployment: worker,
        productionDeployments: [api, web, worker],
      }),
    ).toBe('api 2.0.0, worker 7.1.0');
    expect(
      describeProductionVersion({ productionDeployments: [web, web] }),
    ).toBeUndefined();
  });
});

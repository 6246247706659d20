import type { Deployment } from './deployment';
import { findProductionDeployments } from './findProductionDeployments';

/** As `deployed api 2 production`; the id is the line. */
function deployment(line: string): Deployment {
  const [kind, service, version, environment] = line.split(' ');
  return {
    id: line,
    kind: kind as Deployment['kind'],
    service,
    source: '/cd',
    environment,
    tier: environment === 'staging' ? 'staging' : 'production',
    version,
    at: '2026-11-25T12:00:00.000Z',
  };
}

/** The last one, and those of several services. */
function find(...lines: string[]) {
  const { lastProductionDeployment, productionDeployments } =
    findProductionDeployments(lines.map(deployment));
  return [
    lastProductionDeployment?.id,
    productionDeployments?.map(({ id }) => id),
  ];
}

describe('findProductionDeployments', () => {
  it('is the newest one of one service, whatever it was', () => {
    expect(find('deployed api 3 staging')).toEqual([undefined, undefined]);
    expect(
      find('deployed api 3 staging', 'deployed api 2 eu', 'deployed api 1 us'),
    ).toEqual(['deployed api 2 eu', undefined]);
    expect(find('removed api 2 eu', 'deployed api 1 us')).toEqual([
      'removed api 2 eu',
      undefined,
    ]);
  });

  it('is the newest one of each of several services, by name', () => {
    expect(
      find(
        'deployed worker 7 eu',
        'rolledback worker 6 us',
        'deployed api 2 us',
        'deployed api 1 eu',
      ),
    ).toEqual([
      'deployed worker 7 eu',
      ['deployed api 2 us', 'deployed worker 7 eu'],
    ]);
  });

  it('is what runs still, where a service was removed', () => {
    expect(
      find('removed worker 7 eu', 'deployed api 2 eu', 'deployed web 1 eu'),
    ).toEqual([
      'deployed api 2 eu',
      ['deployed api 2 eu', 'deployed web 1 eu'],
    ]);
    expect(find('removed worker 7 eu', 'deployed api 2 eu')).toEqual([
      'deployed api 2 eu',
      undefined,
    ]);
    expect(find('removed worker 7 eu', 'removed api 2 eu')).toEqual([
      'removed worker 7 eu',
      undefined,
    ]);
  });
});

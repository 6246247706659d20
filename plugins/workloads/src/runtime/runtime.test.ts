import {
  sampleAnswer,
  samplePod,
  sampleReading,
  sampleWorkload,
} from '../__testUtils__/sampleWorkloads';
import { formatBytes, formatCores } from './formatAmount';
import { nearestLimit } from './nearestLimit';
import { placeToLookAt, toPlaces } from './Place';
import { progressOf, toReplacement } from './Replacement';

function inPlace(cluster: string, environment: string | undefined) {
  const { version } = sampleWorkload();
  return sampleWorkload({
    id: `${cluster}/${environment}`,
    cluster,
    version: { ...version, environment },
  });
}

describe('places', () => {
  it('come in the order of promotion, told apart by cluster where needed', () => {
    const places = toPlaces(
      sampleAnswer({
        items: [
          inPlace('eu', 'production'),
          inPlace('us', 'production'),
          inPlace('eu', 'staging'),
          inPlace('lab', undefined),
        ],
        clusters: [
          sampleReading({ cluster: 'eu', title: 'Europe' }),
          sampleReading({ cluster: 'us' }),
        ],
      }),
    );
    expect(places.map(({ title }) => title)).toEqual([
      'lab',
      'staging',
      'production, Europe',
      'production, us',
    ]);
  });

  it('begin with the worst one, and of equals with the last promoted to', () => {
    const items = [inPlace('eu', 'production'), inPlace('eu', 'staging')];
    expect(placeToLookAt(toPlaces(sampleAnswer({ items })))?.title).toBe(
      'production',
    );
    items[1].health = 'degraded';
    expect(placeToLookAt(toPlaces(sampleAnswer({ items })))?.title).toBe(
      'staging',
    );
  });
});

describe('nearestLimit', () => {
  const { resources } = sampleWorkload();
  const withContainers = (
    ...containers: typeof resources.containers
  ): ReturnType<typeof nearestLimit> =>
    nearestLimit([sampleWorkload({ resources: { ...resources, containers } })]);

  it('finds the container that is nearest', () => {
    expect(
      withContainers(
        { name: 'web', cpuCores: { used: 1, limit: 2 }, memoryBytes: {} },
        { name: 'proxy', cpuCores: {}, memoryBytes: { used: 8, limit: 10 } },
      ),
    ).toEqual({
      resource: 'memory',
      container: 'proxy',
      ratio: 0.8,
      isNear: true,
    });
  });

  it('tells no limit from no measurement', () => {
    expect(
      withContainers({ name: 'web', cpuCores: { used: 1 }, memoryBytes: {} }),
    ).toBe('no-limit');
    expect(
      nearestLimit([
        sampleWorkload({ resources: { ...resources, isMeasured: false } }),
      ]),
    ).toBe('not-measured');
  });
});

describe('a restart', () => {
  const old = [samplePod({ name: 'web-0' }), samplePod({ name: 'web-1' })];
  const replacement = toReplacement(sampleWorkload({ pods: old }));
  const again = samplePod({ name: 'web-1', createdAt: '2026-11-25T10:00:00Z' });

  it('counts a pod as replaced though it has the same name', () => {
    const workload = sampleWorkload({ pods: [old[0], again] });
    expect(progressOf(replacement, workload)).toEqual({
      total: 2,
      gone: 1,
      isDone: false,
    });
  });

  it('waits for no pod that had ended, unless it is the one to go', () => {
    const evicted = samplePod({
      name: 'web-9',
      phase: 'Failed',
      status: 'Evicted',
      isReady: false,
    });
    const before = sampleWorkload({ pods: [old[0], evicted] });
    const after = sampleWorkload({ pods: [again, evicted] });

    expect(progressOf(toReplacement(before), after)).toEqual({
      total: 1,
      gone: 1,
      isDone: true,
    });
    expect(progressOf(toReplacement(before, evicted), after)).toEqual({
      total: 1,
      gone: 0,
      isDone: false,
    });
  });

  it('is done when all are replaced and ready, not before', () => {
    const pods = [samplePod({ name: 'web-2' }), again];
    const notReady = { desired: 2, ready: 1, updated: 2 };
    const workload = sampleWorkload({ pods, replicas: notReady });
    expect(progressOf(replacement, workload)).toMatchObject({
      gone: 2,
      isDone: false,
    });
    workload.replicas = { ...notReady, ready: 2 };
    expect(progressOf(replacement, workload).isDone).toBe(true);
  });
});

it.each([
  [formatCores(1), '1 core'],
  [formatCores(0.0042), '0.004 cores'],
  [formatCores(1.2345), '1.23 cores'],
  [formatBytes(512), '512 B'],
  [formatBytes(805306368), '768 MiB'],
  [formatBytes(1610612736), '1.5 GiB'],
])('formats %s', (formatted, expected) => {
  expect(formatted).toBe(expected);
});

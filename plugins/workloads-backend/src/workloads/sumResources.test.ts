import { pod } from '../__testUtils__/sampleObjects';
import { podMetricsSchema, podObjectSchema } from '../kubernetes/schemas/pods';
import { sumResources } from './sumResources';

const MIB = 1024 ** 2;
const resources = {
  requests: { cpu: '250m', memory: '512Mi' },
  limits: { memory: '1Gi' },
};

const web = (name: string, more: object = {}) =>
  podObjectSchema.parse(pod({ name, deployment: 'web', resources, ...more }));

/** Of each pod that is named, as the metrics API tells it. */
const measure = (usages: Record<string, object>) =>
  new Map(
    Object.entries(usages).map(([name, usage]) => [
      name,
      podMetricsSchema.parse({
        metadata: { name },
        timestamp: '2026-11-25T08:10:00Z',
        containers: [{ name: 'app', usage }],
      }),
    ]),
  );

const four = ['web-1', 'web-2', 'web-3', 'web-4'].map(name => web(name));

describe('sumResources', () => {
  it('compares the usage of measured pods with what these may use', () => {
    const used = measure({ 'web-1': { cpu: '100m', memory: '950Mi' } });

    expect(sumResources(four, used)).toEqual({
      isMeasured: true,
      measuredAt: '2026-11-25T08:10:00Z',
      podCount: 4,
      measuredPods: 1,
      cpuCores: { requested: 0.25, limit: undefined, used: 0.1 },
      memoryBytes: { requested: 512 * MIB, limit: 1024 * MIB, used: 950 * MIB },
      containers: [
        {
          name: 'app',
          cpuCores: { requested: 0.25, limit: undefined, used: 0.1 },
          memoryBytes: {
            requested: 512 * MIB,
            limit: 1024 * MIB,
            used: 950 * MIB,
          },
        },
      ],
    });
  });

  it('sums over all pods while none is measured', () => {
    expect(sumResources(four, new Map())).toMatchObject({
      isMeasured: false,
      podCount: 4,
      measuredPods: 0,
      cpuCores: { requested: 1 },
      memoryBytes: { requested: 2048 * MIB, limit: 4096 * MIB },
    });
  });

  it('knows no limit over pods of which one has none', () => {
    const pods = [web('web-1'), web('web-2', { resources: {} })];
    const used = measure({
      'web-1': { memory: '200Mi' },
      'web-2': { memory: '300Mi' },
    });

    expect(sumResources(pods, used).memoryBytes).toEqual({
      requested: 512 * MIB,
      limit: undefined,
      used: 500 * MIB,
    });
  });

  it('leaves out pods that have ended', () => {
    const ended = web('web-9', { status: { phase: 'Failed' } });
    const used = measure({ 'web-9': { memory: '200Mi' } });

    expect(sumResources([...four, ended], used)).toMatchObject({
      isMeasured: false,
      podCount: 4,
      measuredPods: 0,
    });
  });
});

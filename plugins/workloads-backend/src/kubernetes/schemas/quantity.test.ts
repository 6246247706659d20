import { autoscalerObjectSchema } from './autoscalers';
import { podMetricsSchema, podObjectSchema } from './pods';

describe('quantities', () => {
  const metadata = { name: 'web' };

  it('are read where a server writes them as numbers', () => {
    const pod = podObjectSchema.parse({
      metadata,
      spec: {
        containers: [
          { name: 'app', resources: { requests: { cpu: 1, memory: '1Gi' } } },
        ],
      },
    });
    const metrics = podMetricsSchema.parse({
      metadata,
      containers: [{ name: 'app', usage: { cpu: 1, memory: 1024 } }],
    });
    const autoscaler = autoscalerObjectSchema.parse({
      metadata,
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'web' },
        maxReplicas: 3,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'memory', target: { averageValue: 500 } },
          },
        ],
      },
    });

    expect(pod.spec.containers[0].resources?.requests).toEqual({
      cpu: '1',
      memory: '1Gi',
    });
    expect(metrics.containers[0].usage).toEqual({ cpu: '1', memory: '1024' });
    expect(autoscaler.spec.metrics?.[0].resource?.target.averageValue).toBe(
      '500',
    );
  });
});

import { describeAutoscaler } from './describeAutoscaler';
import { autoscalerObjectSchema } from '../kubernetes/schemas/autoscalers';

// The form of https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale-walkthrough/
const autoscaler = autoscalerObjectSchema.parse({
  metadata: { name: 'php-apache', namespace: 'default', uid: '1' },
  spec: {
    scaleTargetRef: { kind: 'Deployment', name: 'php-apache' },
    minReplicas: 1,
    maxReplicas: 10,
    metrics: [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 50 },
        },
      },
      ...['application', 'proxy'].map(container => ({
        type: 'ContainerResource',
        containerResource: {
          name: 'cpu',
          container,
          target: { type: 'Utilization', averageUtilization: 60 },
        },
      })),
      {
        type: 'Pods',
        pods: {
          metric: { name: 'packets-per-second' },
          target: { type: 'AverageValue', averageValue: '1k' },
        },
      },
    ],
  },
  status: {
    currentReplicas: 3,
    desiredReplicas: 3,
    currentMetrics: [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          current: { averageUtilization: 125, averageValue: '250m' },
        },
      },
      {
        type: 'ContainerResource',
        containerResource: {
          name: 'cpu',
          container: 'proxy',
          current: { averageUtilization: 0, averageValue: '0' },
        },
      },
    ],
  },
});

describe('describeAutoscaler', () => {
  it('tells each metric with what it is of, its present value and its target', () => {
    expect(describeAutoscaler(autoscaler, undefined).metrics).toEqual([
      {
        name: 'cpu',
        current: { utilization: 1.25 },
        target: { utilization: 0.5 },
      },
      {
        name: 'cpu',
        container: 'application',
        target: { utilization: 0.6 },
      },
      {
        name: 'cpu',
        container: 'proxy',
        current: { utilization: 0 },
        target: { utilization: 0.6 },
      },
      { name: 'packets-per-second', target: { quantity: '1k' } },
    ]);
  });
});

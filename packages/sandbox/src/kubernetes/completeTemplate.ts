import type { PodTemplate } from './manifestSchemas.ts';

/** A template with the defaults that the API server fills in. */
export function completeTemplate(template: PodTemplate): PodTemplate {
  const { spec } = template;
  return {
    ...template,
    spec: {
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      securityContext: {},
      schedulerName: 'default-scheduler',
      ...spec,
      containers: spec.containers.map(container => ({
        imagePullPolicy: 'IfNotPresent',
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
        ...container,
      })),
    },
  };
}

import type { Container, PodTemplate } from './manifestSchemas.ts';

/** A template with the defaults that the API server fills in. */
export function completeTemplate(template: PodTemplate): PodTemplate {
  const { spec } = template;
  return {
    ...template,
    spec: {
      ...spec,
      containers: spec.containers.map(completeContainer),
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30,
      dnsPolicy: spec.dnsPolicy ?? 'ClusterFirst',
      securityContext: spec.securityContext ?? {},
      schedulerName: 'default-scheduler',
    },
  };
}

/** A container with the defaults that the API server fills in. */
export function completeContainer(container: Container): Container {
  return {
    ...container,
    imagePullPolicy: container.imagePullPolicy ?? 'IfNotPresent',
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  };
}

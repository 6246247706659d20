import type { z } from 'zod';
import { autoscalerObjectSchema } from './schemas/autoscalers';
import {
  applicationSchema,
  helmReleaseSchema,
  kustomizationSchema,
} from './schemas/gitOps';
import { anyObjectSchema } from './schemas/metadata';
import { eventSchema, podMetricsSchema, podObjectSchema } from './schemas/pods';
import {
  cronJobSchema,
  daemonSetSchema,
  deploymentSchema,
  jobSchema,
  statefulSetSchema,
} from './schemas/workloads';

/** A kind of objects, and what is kept of each. */
export interface ResourceType<Schema extends z.ZodType = z.ZodType> {
  /** What people call them. */
  label: string;
  /** The API groups with versions that may serve them, the newest first. */
  apis: string[];
  plural: string;
  schema: Schema;
}

function define<Schema extends z.ZodType>(
  label: string,
  definition: { apis: string[]; plural?: string; schema: Schema },
): ResourceType<Schema> {
  return { label, plural: label, ...definition };
}

/** The kinds that are read. */
export const resourceTypes = {
  deployments: define('deployments', {
    apis: ['/apis/apps/v1'],
    schema: deploymentSchema,
  }),
  statefulSets: define('statefulsets', {
    apis: ['/apis/apps/v1'],
    schema: statefulSetSchema,
  }),
  daemonSets: define('daemonsets', {
    apis: ['/apis/apps/v1'],
    schema: daemonSetSchema,
  }),
  cronJobs: define('cronjobs', {
    apis: ['/apis/batch/v1'],
    schema: cronJobSchema,
  }),
  jobs: define('jobs', { apis: ['/apis/batch/v1'], schema: jobSchema }),
  pods: define('pods', { apis: ['/api/v1'], schema: podObjectSchema }),
  events: define('events', { apis: ['/api/v1'], schema: eventSchema }),
  autoscalers: define('autoscalers', {
    apis: ['/apis/autoscaling/v2'],
    plural: 'horizontalpodautoscalers',
    schema: autoscalerObjectSchema,
  }),
  ingresses: define('ingresses', {
    apis: ['/apis/networking.k8s.io/v1'],
    schema: anyObjectSchema,
  }),
  metrics: define('metrics', {
    apis: ['/apis/metrics.k8s.io/v1beta1'],
    plural: 'pods',
    schema: podMetricsSchema,
  }),
  applications: define('Argo CD applications', {
    apis: ['/apis/argoproj.io/v1alpha1'],
    plural: 'applications',
    schema: applicationSchema,
  }),
  kustomizations: define('Flux kustomizations', {
    apis: [
      '/apis/kustomize.toolkit.fluxcd.io/v1',
      '/apis/kustomize.toolkit.fluxcd.io/v1beta2',
    ],
    plural: 'kustomizations',
    schema: kustomizationSchema,
  }),
  helmReleases: define('Flux Helm releases', {
    apis: [
      '/apis/helm.toolkit.fluxcd.io/v2',
      '/apis/helm.toolkit.fluxcd.io/v2beta2',
    ],
    plural: 'helmreleases',
    schema: helmReleaseSchema,
  }),
};

/** The path of a kind of objects, or of one of them. */
export function pathOf(
  type: ResourceType,
  place: { api?: string; namespace?: string; name?: string } = {},
): string {
  const { api = type.apis[0], namespace, name } = place;
  return [
    api,
    ...(namespace ? ['namespaces', encodeURIComponent(namespace)] : []),
    type.plural,
    ...(name ? [encodeURIComponent(name)] : []),
  ].join('/');
}

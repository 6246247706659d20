/** A kind of object that the API serves. */
export interface ResourceType {
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  shortNames?: string[];
  categories?: string[];
  isNamespaced: boolean;
  verbs: string[];
}

const readVerbs = ['get', 'list', 'watch'];
const writeVerbs = ['create', 'delete', 'patch', 'update'];

/** What controllers and operators make, and nobody writes. */
const derivedKinds = new Set([
  'Application',
  'Endpoints',
  'EndpointSlice',
  'Event',
  'HelmRelease',
  'Kustomization',
  'Node',
  'NodeMetrics',
  'PersistentVolume',
  'Pod',
  'PodMetrics',
  'ReplicaSet',
  'Secret',
  'SelfSubjectAccessReview',
  'SelfSubjectReview',
  'SelfSubjectRulesReview',
]);

/** Whether objects of a kind are what somebody writes, and not made of it. */
export function isWritten({ kind }: { kind: string }): boolean {
  return !derivedKinds.has(kind);
}

interface ResourceTypeOptions {
  shortNames?: string[];
  isClusterWide?: boolean;
  isInAll?: boolean;
  plural?: string;
  verbs?: string[];
}

function resource(
  groupVersion: string,
  kind: string,
  options: ResourceTypeOptions = {},
): ResourceType {
  const [version, group = ''] = groupVersion.split('/').reverse();
  const singular = kind.toLowerCase();
  return {
    group,
    version,
    kind,
    plural: options.plural ?? `${singular}s`,
    singular,
    shortNames: options.shortNames,
    categories: options.isInAll ? ['all'] : undefined,
    isNamespaced: !options.isClusterWide,
    verbs:
      options.verbs ??
      (isWritten({ kind }) ? [...readVerbs, ...writeVerbs] : readVerbs),
  };
}

/** All kinds, also those of which the sample cluster has none. */
export const resourceTypes: ResourceType[] = [
  resource('v1', 'ConfigMap', { shortNames: ['cm'] }),
  resource('v1', 'Endpoints', { shortNames: ['ep'], plural: 'endpoints' }),
  resource('v1', 'Event', { shortNames: ['ev'] }),
  resource('v1', 'LimitRange', { shortNames: ['limits'] }),
  resource('v1', 'Namespace', { shortNames: ['ns'], isClusterWide: true }),
  resource('v1', 'Node', { shortNames: ['no'], isClusterWide: true }),
  resource('v1', 'PersistentVolumeClaim', { shortNames: ['pvc'] }),
  resource('v1', 'PersistentVolume', {
    shortNames: ['pv'],
    isClusterWide: true,
  }),
  resource('v1', 'Pod', {
    shortNames: ['po'],
    isInAll: true,
    verbs: [...readVerbs, 'delete'],
  }),
  resource('v1', 'ReplicationController', {
    shortNames: ['rc'],
    isInAll: true,
  }),
  resource('v1', 'ResourceQuota', { shortNames: ['quota'] }),
  resource('v1', 'Secret'),
  resource('v1', 'ServiceAccount', { shortNames: ['sa'] }),
  resource('v1', 'Service', { shortNames: ['svc'], isInAll: true }),
  resource('apps/v1', 'DaemonSet', {
    shortNames: ['ds'],
    isInAll: true,
  }),
  resource('apps/v1', 'Deployment', {
    shortNames: ['deploy'],
    isInAll: true,
  }),
  resource('apps/v1', 'ReplicaSet', { shortNames: ['rs'], isInAll: true }),
  resource('apps/v1', 'StatefulSet', {
    shortNames: ['sts'],
    isInAll: true,
  }),
  resource('batch/v1', 'CronJob', { shortNames: ['cj'], isInAll: true }),
  resource('batch/v1', 'Job', { isInAll: true }),
  resource('autoscaling/v2', 'HorizontalPodAutoscaler', {
    shortNames: ['hpa'],
    isInAll: true,
  }),
  resource('networking.k8s.io/v1', 'Ingress', {
    shortNames: ['ing'],
    plural: 'ingresses',
  }),
  resource('networking.k8s.io/v1', 'NetworkPolicy', {
    shortNames: ['netpol'],
    plural: 'networkpolicies',
  }),
  resource('policy/v1', 'PodDisruptionBudget', { shortNames: ['pdb'] }),
  resource('discovery.k8s.io/v1', 'EndpointSlice'),
  resource('rbac.authorization.k8s.io/v1', 'Role'),
  resource('rbac.authorization.k8s.io/v1', 'RoleBinding'),
  resource('argoproj.io/v1alpha1', 'Application', {
    shortNames: ['app', 'apps'],
  }),
  resource('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', {
    shortNames: ['ks'],
  }),
  resource('helm.toolkit.fluxcd.io/v2', 'HelmRelease', {
    shortNames: ['hr'],
  }),
  resource('authorization.k8s.io/v1', 'SelfSubjectAccessReview', {
    isClusterWide: true,
    verbs: ['create'],
  }),
  resource('authorization.k8s.io/v1', 'SelfSubjectRulesReview', {
    isClusterWide: true,
    verbs: ['create'],
  }),
  resource('authentication.k8s.io/v1', 'SelfSubjectReview', {
    isClusterWide: true,
    verbs: ['create'],
  }),
  resource('metrics.k8s.io/v1beta1', 'PodMetrics', {
    plural: 'pods',
    verbs: ['get', 'list'],
  }),
  resource('metrics.k8s.io/v1beta1', 'NodeMetrics', {
    plural: 'nodes',
    isClusterWide: true,
    verbs: ['get', 'list'],
  }),
];

export function findResourceType(options: {
  group: string;
  version: string;
  plural: string;
}): ResourceType | undefined {
  return resourceTypes.find(
    type =>
      type.group === options.group &&
      type.version === options.version &&
      type.plural === options.plural,
  );
}

/** The type by which an object of this kind and group is served. */
export function findTypeOfKind(
  kind: string,
  group: string,
): ResourceType | undefined {
  return resourceTypes.find(type => type.kind === kind && type.group === group);
}

export function apiVersionOf(type: ResourceType): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** What stores and watchers call a kind of object. */
export function resourceKey(type: ResourceType): string {
  return `${apiVersionOf(type)}/${type.kind}`;
}

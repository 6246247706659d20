import { resourceTypes } from './resourceCatalog.ts';
import { readField, readText } from './readField.ts';

/** What the one account of the cluster may do, by group and resource. */
export function isAllowed(access: {
  group: string;
  resource: string;
  subresource: string;
  verb: string;
}): boolean {
  const { group, resource, subresource, verb } = access;
  if (resource === 'secrets') {
    return false;
  }
  if (group === '' && resource === 'pods' && subresource === 'log') {
    return verb === 'get';
  }
  if (
    group === 'apps' &&
    resource === 'deployments' &&
    subresource === 'scale'
  ) {
    return ['get', 'patch', 'update'].includes(verb);
  }
  return (
    subresource === '' &&
    resourceTypes.some(
      type =>
        type.group === group &&
        type.plural === resource &&
        type.verbs.includes(verb),
    )
  );
}

/** Answers `kubectl auth can-i`. */
export function reviewAccess(review: unknown) {
  const attributes = 'spec.resourceAttributes';
  const nonResourceVerb = readText(review, 'spec.nonResourceAttributes.verb');
  const allowed = nonResourceVerb
    ? nonResourceVerb === 'get'
    : isAllowed({
        group: readText(review, `${attributes}.group`),
        resource: readText(review, `${attributes}.resource`),
        subresource: readText(review, `${attributes}.subresource`),
        verb: readText(review, `${attributes}.verb`),
      });
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec: readField(review, 'spec') ?? {},
    status: { allowed, reason: allowed ? 'the sandbox allows it' : '' },
  };
}

/** Answers `kubectl auth can-i --list`. */
export function reviewRules() {
  const rules = resourceTypes
    .filter(({ plural }) => plural !== 'secrets')
    .map(type => ({
      verbs: type.verbs,
      apiGroups: [type.group],
      resources: [type.plural],
    }));
  return {
    kind: 'SelfSubjectRulesReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec: {},
    status: {
      incomplete: false,
      resourceRules: [
        ...rules,
        { verbs: ['get'], apiGroups: [''], resources: ['pods/log'] },
        {
          verbs: ['get', 'patch', 'update'],
          apiGroups: ['apps'],
          resources: ['deployments/scale'],
        },
      ],
      nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['*'] }],
    },
  };
}

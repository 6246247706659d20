import { isBoundIn, isGranted, rulesOf } from './clusterRoles.ts';
import type { KubernetesUser } from './KubernetesUsers.ts';
import { readField, readText } from './readField.ts';

/** Answers the reviews by which somebody asks who he is and what he may do. */
export function review(kind: string, user: KubernetesUser, body: unknown) {
  const [apiVersion, content] = describe(kind, user, body);
  return {
    kind,
    apiVersion,
    metadata: { creationTimestamp: null },
    ...content,
  };
}

function describe(
  kind: string,
  user: KubernetesUser,
  body: unknown,
): [string, object] {
  switch (kind) {
    case 'SelfSubjectReview':
      return [
        'authentication.k8s.io/v1',
        { status: { userInfo: { username: user.name, groups: user.groups } } },
      ];
    case 'SelfSubjectRulesReview':
      return [
        'authorization.k8s.io/v1',
        {
          spec: {},
          status: {
            incomplete: false,
            resourceRules: rulesOf(
              isBoundIn(user, readText(body, 'spec.namespace'))
                ? user.role
                : [],
            ),
            nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['*'] }],
          },
        },
      ];
    default:
      return [
        'authorization.k8s.io/v1',
        {
          spec: readField(body, 'spec') ?? {},
          status: { allowed: isAllowed(user, body) },
        },
      ];
  }
}

function isAllowed(user: KubernetesUser, body: unknown): boolean {
  const verb = readText(body, 'spec.nonResourceAttributes.verb');
  if (verb) {
    return verb === 'get';
  }
  const attribute = (name: string) =>
    readText(body, `spec.resourceAttributes.${name}`);
  const subresource = attribute('subresource');
  return (
    isBoundIn(user, attribute('namespace')) &&
    isGranted(user.role, {
      verb: attribute('verb'),
      group: attribute('group'),
      resource: attribute('resource') + (subresource && `/${subresource}`),
    })
  );
}

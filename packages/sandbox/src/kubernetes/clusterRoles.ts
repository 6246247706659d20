import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const roleSchema = z.object({
  rules: z.array(
    z.object({
      apiGroups: z.array(z.string()),
      resources: z.array(z.string()),
      verbs: z.array(z.string()),
    }),
  ),
});

/** A rule of a ClusterRole. */
export type PolicyRule = z.infer<typeof roleSchema>['rules'][number];

/** What somebody wants to do. */
export interface Access {
  verb: string;
  group: string;
  /** The plural, and the subresource after a slash. */
  resource: string;
}

/** The rules of a manifest that operators apply for the portal. */
function readRole(file: string): PolicyRule[] {
  const folder = path.join(
    import.meta.dirname,
    '../../../../deploy/kubernetes',
  );
  return roleSchema.parse(parse(readFileSync(path.join(folder, file), 'utf8')))
    .rules;
}

const all = ['*'];

/** By who they are for; the portal is held to what operators grant it. */
export const clusterRoles = {
  portal: readRole('portal-role.yaml'),
  score: readRole('score-role.yaml'),
  provisioning: readRole('provisioning-role.yaml'),
  secrets: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }],
  admin: [{ apiGroups: all, resources: all, verbs: all }],
  view: [{ apiGroups: all, resources: all, verbs: ['get', 'list', 'watch'] }],
};

/** What everybody who is known may do. */
const basicRules: PolicyRule[] = [
  {
    apiGroups: ['authorization.k8s.io', 'authentication.k8s.io'],
    resources: [
      'selfsubjectaccessreviews',
      'selfsubjectrulesreviews',
      'selfsubjectreviews',
    ],
    verbs: ['create'],
  },
];

/** Never served by the sandbox, whatever a role says. */
const shells = /^pods\/(exec|attach|portforward|proxy)$/;

/** All rules that hold for somebody with a role. */
export function rulesOf(role: PolicyRule[]): PolicyRule[] {
  return [...basicRules, ...role];
}

/** Whether a role is bound where something is asked about. */
export function isBoundIn(
  { namespaces }: { namespaces?: string[] },
  namespace: string,
): boolean {
  return namespaces === undefined || namespaces.includes(namespace);
}

/** Whether rules grant an access; Secrets only by a rule that names them. */
export function isGranted(role: PolicyRule[], access: Access): boolean {
  const { verb, group, resource } = access;
  const covers = (granted: string[], wanted: string) =>
    granted.includes(wanted) || (granted.includes('*') && wanted !== 'secrets');
  return (
    !(group === '' && shells.test(resource)) &&
    rulesOf(role).some(
      rule =>
        covers(rule.apiGroups, group) &&
        covers(rule.resources, resource) &&
        covers(rule.verbs, verb),
    )
  );
}

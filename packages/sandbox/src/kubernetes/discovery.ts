import { apiVersionOf } from './ResourceTypes.ts';
import type { ResourceType } from './ResourceTypes.ts';

export const kubernetesVersion = 'v1.33.5';

/** The answer to a path that describes the API itself, if it is one. */
export function describeApi(
  pathname: string,
  types: ResourceType[],
): Record<string, unknown> | undefined {
  const path = pathname.replace(/\/$/, '');
  switch (path) {
    case '/version': {
      const [major, minor] = kubernetesVersion.slice(1).split('.');
      const gitVersion = `${kubernetesVersion}+atrium-sandbox`;
      return { major, minor, gitVersion, platform: 'linux/amd64' };
    }
    case '/api':
      return { kind: 'APIVersions', versions: ['v1'] };
    case '/apis':
      return {
        kind: 'APIGroupList',
        apiVersion: 'v1',
        groups: [...new Set(types.map(({ group }) => group))]
          .filter(group => group !== '')
          .map(group => describeGroup(group, types)),
      };
    default: {
      const [, versioned] = /^\/apis\/([^/]+\/[^/]+)$/.exec(path) ?? [];
      const apiVersion = path === '/api/v1' ? 'v1' : versioned;
      const [, group] = /^\/apis\/([^/]+)$/.exec(path) ?? [];
      const ofGroup = types.filter(type => type.group === group);
      return group && ofGroup.length > 0
        ? { kind: 'APIGroup', apiVersion: 'v1', ...describeGroup(group, types) }
        : listResources(
            apiVersion,
            types.filter(type => apiVersionOf(type) === apiVersion),
          );
    }
  }
}

function describeGroup(name: string, types: ResourceType[]) {
  const versions = [
    ...new Set(
      types.filter(({ group }) => group === name).map(({ version }) => version),
    ),
  ].map(version => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

function listResources(groupVersion: string, types: ResourceType[]) {
  return types.length === 0
    ? undefined
    : {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion,
        resources: types.flatMap(type => [
          {
            name: type.plural,
            singularName: type.singular,
            namespaced: type.isNamespaced,
            kind: type.kind,
            verbs: type.verbs,
            shortNames: type.shortNames,
            categories: type.categories,
          },
          ...subresourcesOf(type),
        ]),
      };
}

function subresourcesOf({ kind, plural, isScalable }: ResourceType) {
  const common = { singularName: '', namespaced: true };
  const log = { name: 'pods/log', kind: 'Pod', verbs: ['get'] };
  const scale = {
    name: `${plural}/scale`,
    group: 'autoscaling',
    version: 'v1',
    kind: 'Scale',
    verbs: ['get', 'patch', 'update'],
  };
  return [
    ...(kind === 'Pod' ? [{ ...common, ...log }] : []),
    ...(isScalable ? [{ ...common, ...scale }] : []),
  ];
}

import { kubernetesVersion } from './deriveNodes.ts';
import { apiVersionOf, resourceKey, resourceTypes } from './resourceCatalog.ts';
import type { ResourceType } from './resourceCatalog.ts';

/** The answer to a path that describes the API itself, if it is one. */
export function describeApi(
  pathname: string,
  options: { serverAddress: string; accept?: string },
): Record<string, unknown> | undefined {
  const path = pathname.replace(/\/$/, '');
  const { serverAddress, accept = '' } = options;
  if (accept.includes('as=APIGroupDiscoveryList')) {
    switch (path) {
      case '/api':
        return describeAll([{ name: '', versions: [{ version: 'v1' }] }]);
      case '/apis':
        return describeAll(listGroups());
      default:
    }
  }
  switch (path) {
    case '':
      return {
        paths: [
          '/api',
          '/api/v1',
          '/apis',
          '/healthz',
          '/openapi/v3',
          '/version',
        ],
      };
    case '/version':
      return describeVersion();
    case '/api':
      return {
        kind: 'APIVersions',
        versions: ['v1'],
        serverAddressByClientCIDRs: [
          { clientCIDR: '0.0.0.0/0', serverAddress },
        ],
      };
    case '/apis':
      return { kind: 'APIGroupList', apiVersion: 'v1', groups: listGroups() };
    case '/api/v1':
      return listResources('v1');
    default: {
      const [, apis, group, version, rest] = path.split('/');
      if (apis !== 'apis' || !group || rest !== undefined) {
        return undefined;
      }
      return version
        ? listResources(`${group}/${version}`)
        : describeGroup(group);
    }
  }
}

function describeVersion() {
  const [major, minor] = kubernetesVersion.slice(1).split('.');
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    gitVersion: `${kubernetesVersion}+atrium-sandbox`,
    gitCommit: '',
    gitTreeState: 'clean',
    buildDate: '2025-09-09T19:47:12Z',
    goVersion: 'go1.24.6',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}

/** All at once, as newer clients ask for it. */
function describeAll(
  groups: { name: string; versions: { version: string }[] }[],
) {
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(({ name, versions }) => ({
      metadata: { name, creationTimestamp: null },
      versions: versions.map(({ version }) => ({
        version,
        freshness: 'Current',
        resources: resourceTypes
          .filter(type => type.group === name && type.version === version)
          .map(type => ({
            resource: type.plural,
            responseKind: { group: name, version, kind: type.kind },
            scope: type.isNamespaced ? 'Namespaced' : 'Cluster',
            singularResource: type.singular,
            verbs: type.verbs,
            ...(type.shortNames && { shortNames: type.shortNames }),
            ...(type.categories && { categories: type.categories }),
            subresources: subresourcesOf(type).map(
              ({
                name: full,
                kind,
                verbs,
                group = name,
                version: at = version,
              }) => ({
                subresource: full.split('/')[1],
                responseKind: { group, version: at, kind },
                verbs,
              }),
            ),
          })),
      })),
    })),
  };
}

function listGroups() {
  const names = new Set(
    resourceTypes.map(({ group }) => group).filter(group => group !== ''),
  );
  return [...names].map(toGroup);
}

function toGroup(name: string) {
  const versions = [
    ...new Set(
      resourceTypes
        .filter(({ group }) => group === name)
        .map(({ version }) => version),
    ),
  ].map(version => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

function describeGroup(name: string) {
  return resourceTypes.some(({ group }) => group === name)
    ? { kind: 'APIGroup', apiVersion: 'v1', ...toGroup(name) }
    : undefined;
}

function listResources(groupVersion: string) {
  const types = resourceTypes.filter(
    type => apiVersionOf(type) === groupVersion,
  );
  if (types.length === 0) {
    return undefined;
  }
  return {
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
        ...(type.shortNames && { shortNames: type.shortNames }),
        ...(type.categories && { categories: type.categories }),
      },
      ...subresourcesOf(type),
    ]),
  };
}

interface Subresource {
  name: string;
  singularName: string;
  namespaced: boolean;
  group?: string;
  version?: string;
  kind: string;
  verbs: string[];
}

function subresourcesOf(type: ResourceType): Subresource[] {
  switch (resourceKey(type)) {
    case 'v1/Pod':
      return [
        describeSubresource('pods/log', { kind: 'Pod', verbs: ['get'] }),
        ...['attach', 'exec', 'portforward'].map(name =>
          describeSubresource(`pods/${name}`, {
            kind: 'PodOptions',
            verbs: ['create', 'get'],
          }),
        ),
      ];
    case 'apps/v1/Deployment':
    case 'apps/v1/StatefulSet':
      return [
        describeSubresource(`${type.plural}/scale`, {
          group: 'autoscaling',
          version: 'v1',
          kind: 'Scale',
          verbs: ['get', 'patch', 'update'],
        }),
      ];
    default:
      return [];
  }
}

function describeSubresource(
  name: string,
  fields: Pick<Subresource, 'group' | 'version' | 'kind' | 'verbs'>,
): Subresource {
  return { name, singularName: '', namespaced: true, ...fields };
}

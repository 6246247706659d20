import { kubernetesVersion } from './deriveNodes.ts';
import { apiVersionOf, resourceTypes } from './resourceCatalog.ts';

/** The answer to a path that describes the API itself, if it is one. */
export function describeApi(
  pathname: string,
  serverAddress: string,
): Record<string, unknown> | undefined {
  const path = pathname.replace(/\/$/, '');
  switch (path) {
    case '':
      return { paths: ['/api', '/api/v1', '/apis', '/healthz', '/version'] };
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
      ...subresourcesOf(groupVersion, type.plural),
    ]),
  };
}

function subresourcesOf(groupVersion: string, plural: string) {
  if (groupVersion === 'v1' && plural === 'pods') {
    return [
      {
        name: 'pods/log',
        singularName: '',
        namespaced: true,
        kind: 'Pod',
        verbs: ['get'],
      },
    ];
  }
  if (groupVersion === 'apps/v1' && plural === 'deployments') {
    return [
      {
        name: 'deployments/scale',
        singularName: '',
        namespaced: true,
        group: 'autoscaling',
        version: 'v1',
        kind: 'Scale',
        verbs: ['get', 'patch', 'update'],
      },
    ];
  }
  return [];
}

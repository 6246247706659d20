import { apiVersionOf, isWritten, resourceTypes } from './resourceCatalog.ts';
import type { ResourceType } from './resourceCatalog.ts';

/**
 * The OpenAPI documents, as far as clients need them to write: which parameters
 * a write takes, and which schema is of which kind. Fields are not described.
 */
export function describeOpenApi(
  pathname: string,
): Record<string, unknown> | undefined {
  const root = '/openapi/v3';
  if (pathname === root) {
    return {
      paths: Object.fromEntries(
        resourceTypes.map(type => {
          const path = basePathOf(type);
          return [path, { serverRelativeURL: `${root}/${path}` }];
        }),
      ),
    };
  }
  const types = resourceTypes.filter(
    type => pathname === `${root}/${basePathOf(type)}`,
  );
  return types.length > 0 ? describeTypes(types) : undefined;
}

function basePathOf(type: ResourceType): string {
  return type.group ? `apis/${apiVersionOf(type)}` : `api/${type.version}`;
}

function describeTypes(types: ResourceType[]) {
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'v1' },
    paths: Object.fromEntries(
      types.filter(isWritten).map(type => [pathOf(type), describeWrites(type)]),
    ),
    components: {
      schemas: Object.fromEntries(
        types.map(type => [
          schemaNameOf(type),
          {
            type: 'object',
            description: `A ${type.kind} of the sandbox, whose fields are not described.`,
            'x-kubernetes-group-version-kind': [kindOf(type)],
            'x-kubernetes-preserve-unknown-fields': true,
          },
        ]),
      ),
    },
  };
}

function pathOf(type: ResourceType): string {
  const place = type.isNamespaced ? 'namespaces/{namespace}/' : '';
  return `/${basePathOf(type)}/${place}${type.plural}/{name}`;
}

function describeWrites(type: ResourceType) {
  const parameters = ['dryRun', 'fieldManager', 'fieldValidation'].map(
    name => ({ name, in: 'query', schema: { type: 'string' } }),
  );
  const describe = (action: string) => ({
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': kindOf(type),
    parameters,
    responses: { '200': { description: 'OK' } },
  });
  return {
    get: describe('get'),
    patch: describe('patch'),
    put: describe('put'),
    delete: describe('delete'),
  };
}

function kindOf({ group, version, kind }: ResourceType) {
  return { group, version, kind };
}

function schemaNameOf({ group, version, kind }: ResourceType): string {
  return `io.k8s.api.${group.split('.', 1)[0] || 'core'}.${version}.${kind}`;
}

import { apiVersionOf, isWritten } from './ResourceTypes.ts';
import type { ResourceType } from './ResourceTypes.ts';

const root = '/openapi/v3';

/**
 * The OpenAPI documents, as far as clients need them to write: which parameters
 * a write takes, and which schema is of which kind. Fields are not described.
 */
export function describeOpenApi(
  pathname: string,
  all: ResourceType[],
): Record<string, unknown> | undefined {
  if (pathname === root) {
    return {
      paths: Object.fromEntries(
        all.map(type => {
          const path = basePathOf(type);
          return [path, { serverRelativeURL: `${root}/${path}` }];
        }),
      ),
    };
  }
  const types = all.filter(type => pathname === `${root}/${basePathOf(type)}`);
  return types.length === 0
    ? undefined
    : {
        openapi: '3.0.0',
        info: { title: 'Kubernetes', version: 'v1' },
        paths: Object.fromEntries(
          types
            .filter(isWritten)
            .map(type => [pathOf(type), describeWrites(type)]),
        ),
        components: {
          schemas: Object.fromEntries(
            types.map(type => [schemaNameOf(type), describeSchema(type)]),
          ),
        },
      };
}

function basePathOf(type: ResourceType): string {
  return type.group ? `apis/${apiVersionOf(type)}` : `api/${type.version}`;
}

function pathOf(type: ResourceType): string {
  const place = type.isNamespaced ? 'namespaces/{namespace}/' : '';
  return `/${basePathOf(type)}/${place}${type.plural}/{name}`;
}

function describeWrites({ group, version, kind }: ResourceType) {
  const parameters = ['dryRun', 'fieldManager', 'fieldValidation'].map(
    name => ({ name, in: 'query', schema: { type: 'string' } }),
  );
  return Object.fromEntries(
    ['get', 'patch', 'put', 'delete'].map(action => [
      action,
      {
        'x-kubernetes-action': action,
        'x-kubernetes-group-version-kind': { group, version, kind },
        parameters,
        responses: { '200': { description: 'OK' } },
      },
    ]),
  );
}

function describeSchema({ group, version, kind }: ResourceType) {
  return {
    type: 'object',
    description: `A ${kind} of the sandbox, whose fields are not described.`,
    'x-kubernetes-group-version-kind': [{ group, version, kind }],
    'x-kubernetes-preserve-unknown-fields': true,
  };
}

function schemaNameOf({ group, version, kind }: ResourceType): string {
  return `io.k8s.api.${group.split('.', 1)[0] || 'core'}.${version}.${kind}`;
}

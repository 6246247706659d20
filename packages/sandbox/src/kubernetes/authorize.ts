import { isBoundIn, isGranted } from './clusterRoles.ts';
import type { Call } from './httpCalls.ts';
import type { ResourcePath } from './parseRequestPath.ts';
import { forbidden } from './statusErrors.ts';

/** @throws StatusError with code 403 when the user's role does not grant it. */
export function authorize(call: Call, path: ResourcePath) {
  const { user, query, request } = call;
  const { type, namespace, name, subresource } = path;
  const verb = verbOf(request.method, {
    isNamed: name !== undefined,
    isWatch: isWatch(query),
  });
  const { group, plural } = type;
  const resource = subresource ? `${plural}/${subresource}` : plural;
  if (
    isBoundIn(user, namespace ?? '') &&
    isGranted(user.role, { verb, group, resource })
  ) {
    return;
  }
  throw forbidden(
    { group, plural: resource, name },
    `User "${
      user.name
    }" cannot ${verb} resource "${resource}" in API group "${group}" ${
      namespace ? `in the namespace "${namespace}"` : 'at the cluster scope'
    }`,
  );
}

function verbOf(
  method: string | undefined,
  request: { isNamed: boolean; isWatch: boolean },
): string {
  switch (method) {
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return request.isNamed ? 'delete' : 'deletecollection';
    default:
      if (request.isNamed) {
        return 'get';
      }
      return request.isWatch ? 'watch' : 'list';
  }
}

/** Whether changes are asked for instead of a list. */
export function isWatch(query: URLSearchParams): boolean {
  return ['true', '1'].includes(query.get('watch') ?? '');
}

import type { ResourceType, ResourceTypes } from './ResourceTypes.ts';

export interface ResourcePath {
  type: ResourceType;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** Takes a path such as `/apis/apps/v1/namespaces/billing/deployments` apart. */
export function parseRequestPath(
  pathname: string,
  types: ResourceTypes,
): ResourcePath | undefined {
  let segments: string[];
  try {
    segments = pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
  const root = segments.shift();
  const group = root === 'apis' ? segments.shift() ?? '' : '';
  const version = segments.shift() ?? '';
  if (root !== 'api' && root !== 'apis') {
    return undefined;
  }
  let namespace: string | undefined;
  if (segments[0] === 'namespaces' && segments.length > 2) {
    namespace = segments[1];
    segments = segments.slice(2);
  }
  const [plural, name, subresource, rest] = segments;
  const type = types.find({ group, version, plural });
  const isWellFormed = rest === undefined && name !== '' && plural !== '';
  if (!type || !isWellFormed) {
    return undefined;
  }
  // A namespaced object has no address outside its namespace, and a
  // cluster-wide one none inside.
  if (namespace !== undefined && !type.isNamespaced) {
    return undefined;
  }
  if (namespace === undefined && name !== undefined && type.isNamespaced) {
    return undefined;
  }
  return { type, namespace, name, subresource };
}

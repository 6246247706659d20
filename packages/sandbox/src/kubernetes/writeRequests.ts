import { isObject } from './mergeKeys.ts';
import type { Json, JsonObject } from './mergeKeys.ts';
import {
  applyJsonPatch,
  applyMergePatch,
  applyStrategicPatch,
} from './patches.ts';
import { withCanonicalQuantities } from './quantities.ts';
import { readField, readText } from './readField.ts';
import { isWritten } from './ResourceTypes.ts';
import type { ResourceType } from './ResourceTypes.ts';
import {
  badRequest,
  methodNotAllowed,
  unsupportedMediaType,
} from './statusErrors.ts';

/** A request that changes an object. */
export interface WriteRequest {
  type: ResourceType;
  namespace?: string;
  name?: string;
  body: Json;
  query: URLSearchParams;
  /** Who writes, unless the query says so: the program of the client. */
  client: string;
}

/** What of an object the API server alone writes. */
const serverFields = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
];

const revisionAnnotation = 'deployment.kubernetes.io/revision';

/**
 * The object that a request carries.
 *
 * @throws StatusError with code 400 when it is another one than the address says.
 */
export function readDocument(request: WriteRequest): JsonObject {
  const { type, namespace, name, body } = request;
  if (!isObject(body)) {
    throw badRequest('the body is not an object');
  }
  const kind = readText(body, 'kind');
  const [version, group = ''] = readText(body, 'apiVersion')
    .split('/')
    .reverse();
  if (kind !== type.kind || group !== type.group || !version) {
    throw badRequest(
      `${kind || 'the object'} in version "${readText(
        body,
        'apiVersion',
      )}" cannot be handled as a ${type.kind}`,
    );
  }
  const given = readText(body, 'metadata.name');
  if (name !== undefined && given !== name) {
    throw badRequest(
      `the name of the object (${given}) does not match the name on the URL (${name})`,
    );
  }
  const place = readText(body, 'metadata.namespace') || namespace;
  if (place !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  return withCanonicalQuantities(
    applyMergePatch(body, { metadata: namespace ? { namespace } : {} }),
  );
}

/** A document with a patch of a content type. */
export function patchDocument(
  document: JsonObject,
  patch: Json,
  contentType: string,
): JsonObject {
  if (contentType === 'application/json-patch+json') {
    return applyJsonPatch(document, patch);
  }
  if (!isObject(patch)) {
    throw badRequest('the body is not an object');
  }
  switch (contentType) {
    case 'application/merge-patch+json':
      return applyMergePatch(document, patch);
    case 'application/strategic-merge-patch+json':
      return applyStrategicPatch(document, patch);
    default:
      throw unsupportedMediaType(contentType);
  }
}

/** Only what clients write of an object. */
export function withoutServerFields(object: JsonObject): JsonObject {
  const { status: _, ...document } = object;
  const annotations = readField(object, `metadata.annotations`);
  const { [revisionAnnotation]: _revision, ...kept } = asObject(annotations);
  const metadata = Object.fromEntries(
    Object.entries(asObject(object.metadata)).filter(
      ([field]) => field !== 'annotations' && !serverFields.includes(field),
    ),
  );
  return {
    ...document,
    metadata: {
      ...metadata,
      ...(Object.keys(kept).length > 0 && { annotations: kept }),
    },
  };
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** @throws StatusError with code 405 for kinds that only controllers make. */
export function requireWritten(type: ResourceType) {
  if (!isWritten(type)) {
    throw methodNotAllowed();
  }
}

/** Whether a request is to be answered without being done. */
export function isDryRun({ query, body }: WriteRequest): boolean {
  const inBody = readField(body, 'dryRun');
  return (
    query.getAll('dryRun').includes('All') ||
    (Array.isArray(inBody) && inBody.includes('All'))
  );
}

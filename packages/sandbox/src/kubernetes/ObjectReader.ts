import { isWatch } from './authorize.ts';
import type { ClusterStore } from './ClusterStore.ts';
import { sendJson } from './httpCalls.ts';
import type { Call } from './httpCalls.ts';
import { objectKey } from './kubernetesTypes.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import type { ResourcePath } from './parseRequestPath.ts';
import { nodeMetrics, podMetrics } from './podMetrics.ts';
import { apiVersionOf, resourceKey } from './ResourceTypes.ts';
import type { ResourceType } from './ResourceTypes.ts';
import { parseFieldSelector, parseLabelSelector } from './selectors.ts';
import type { ObjectPredicate } from './selectors.ts';
import { serveWatch } from './serveWatch.ts';
import {
  badRequest,
  methodNotAllowed,
  objectNotFound,
} from './statusErrors.ts';
import { toTable, wantsTable } from './tablePrinting.ts';

/** Answers reads: lists, watches and single objects. */
export class ObjectReader {
  readonly #store: ClusterStore;

  constructor(store: ClusterStore) {
    this.#store = store;
  }

  #objectsOf(type: ResourceType): KubernetesObject[] {
    if (type.group !== 'metrics.k8s.io') {
      return this.#store.list(resourceKey(type));
    }
    const now = this.#store.now();
    const pods = this.#store.pods();
    return type.kind === 'NodeMetrics'
      ? nodeMetrics(pods, now)
      : pods
          .map(pod => podMetrics(pod, now))
          .filter(metrics => metrics !== undefined)
          .sort((a, b) => (objectKey(a) < objectKey(b) ? -1 : 1));
  }

  list(call: Call, path: ResourcePath) {
    const { type } = path;
    const { query } = call;
    const matches = predicateOf(path, query);
    if (isWatch(query)) {
      if (!type.verbs.includes('watch')) {
        throw methodNotAllowed();
      }
      serveWatch({ ...call, store: this.#store, type, matches });
      return;
    }
    const all = this.#objectsOf(type).filter(matches);
    const page = paginate(all, query);
    const metadata = {
      resourceVersion: String(this.#store.resourceVersion),
      ...page.metadata,
    };
    if (wantsTable(call.request.headers.accept)) {
      sendJson(
        call.response,
        200,
        toTable(page.items, type, {
          ...this.#tableOptions(call),
          metadata,
        }),
      );
      return;
    }
    sendJson(call.response, 200, {
      kind: `${type.kind}List`,
      apiVersion: apiVersionOf(type),
      metadata,
      items: page.items,
    });
  }

  get(call: Call, path: ResourcePath) {
    const { type, namespace, name = '' } = path;
    const object = this.#objectsOf(type).find(
      ({ metadata }) =>
        metadata.name === name && metadata.namespace === namespace,
    );
    if (!object) {
      throw objectNotFound({ ...type, name });
    }
    this.send(call, type, { object });
  }

  /** As an object or as a table, as the client wants it. */
  send(
    call: Call,
    type: ResourceType,
    answer: { code?: number; object: KubernetesObject },
  ) {
    const { code = 200, object } = answer;
    const body = wantsTable(call.request.headers.accept)
      ? toTable([object], type, {
          ...this.#tableOptions(call),
          metadata: { resourceVersion: object.metadata.resourceVersion },
        })
      : object;
    sendJson(call.response, code, body);
  }

  #tableOptions(call: Call) {
    return {
      now: this.#store.now(),
      includeObject: call.query.get('includeObject') ?? 'Metadata',
    };
  }
}

function predicateOf(
  path: ResourcePath,
  query: URLSearchParams,
): ObjectPredicate {
  const byLabels = parseLabelSelector(query.get('labelSelector') ?? '');
  const byFields = parseFieldSelector(
    query.get('fieldSelector') ?? '',
    path.type.kind,
  );
  return object =>
    (path.namespace === undefined ||
      object.metadata.namespace === path.namespace) &&
    byLabels(object) &&
    byFields(object);
}

/** Cuts a list as `limit` and `continue` ask for. */
function paginate(objects: KubernetesObject[], query: URLSearchParams) {
  const limit = Number(query.get('limit')) || undefined;
  const token = query.get('continue');
  let rest = objects;
  if (token) {
    const after = Buffer.from(token, 'base64url').toString('utf8');
    if (!after.includes('/')) {
      throw badRequest('continue key is not valid');
    }
    rest = objects.filter(object => objectKey(object) > after);
  }
  if (!limit || rest.length <= limit) {
    return { items: rest, metadata: {} };
  }
  const items = rest.slice(0, limit);
  const last = objectKey(items[items.length - 1]);
  return {
    items,
    metadata: {
      continue: Buffer.from(last).toString('base64url'),
      remainingItemCount: rest.length - limit,
    },
  };
}

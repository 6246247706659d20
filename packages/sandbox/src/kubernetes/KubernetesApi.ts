import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { reviewAccess, reviewRules } from './accessReviews.ts';
import type { ClusterStore } from './ClusterStore.ts';
import { decodeAccessReview } from './decodeAccessReview.ts';
import { describeApi } from './discovery.ts';
import { objectKey } from './kubernetesTypes.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import { nodeMetrics, podMetrics } from './podMetrics.ts';
import { parseRequestPath } from './parseRequestPath.ts';
import type { ResourcePath } from './parseRequestPath.ts';
import { readBody, readJson } from './readBody.ts';
import { readField } from './readField.ts';
import { readRestart } from './readRestart.ts';
import { apiVersionOf, resourceKey } from './resourceCatalog.ts';
import type { ResourceType } from './resourceCatalog.ts';
import { parseFieldSelector, parseLabelSelector } from './selectors.ts';
import type { ObjectPredicate } from './selectors.ts';
import { findPod, serveLog } from './serveLog.ts';
import { serveWatch } from './serveWatch.ts';
import {
  badRequest,
  forbidden,
  methodNotAllowed,
  objectNotFound,
  StatusError,
  unauthorized,
  unknownPath,
} from './statusErrors.ts';
import { toTable, wantsTable } from './tablePrinting.ts';

export interface KubernetesApiOptions {
  store: ClusterStore;
  token: string;
  /** Host and port, as the discovery document names them. */
  serverAddress: string;
}

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
}

const openPaths = new Set(['/healthz', '/livez', '/readyz', '/version']);

/** Answers requests as a Kubernetes API server does. */
export class KubernetesApi {
  readonly #store: ClusterStore;
  readonly #token: Buffer;
  readonly #serverAddress: string;
  readonly #open = new Set<ServerResponse>();

  constructor(options: KubernetesApiOptions) {
    this.#store = options.store;
    this.#token = Buffer.from(options.token);
    this.#serverAddress = options.serverAddress;
  }

  async handle(request: IncomingMessage, response: ServerResponse) {
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    try {
      await this.#route(request, response);
    } catch (error) {
      if (response.headersSent) {
        response.end();
        return;
      }
      const status =
        error instanceof StatusError
          ? error
          : new StatusError({
              code: 500,
              reason: 'InternalError',
              message: `Internal error occurred: ${error}`,
            });
      if (!(error instanceof StatusError)) {
        console.error('The Kubernetes API failed to answer.', error);
      }
      sendJson(response, status.code, status.toStatus());
    }
  }

  /** Ends what is still open: watches, and logs that are followed. */
  close() {
    for (const response of this.#open) {
      response.end();
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const pathname = url.pathname;
    if (!openPaths.has(pathname) && !this.#isAuthorized(request)) {
      throw unauthorized();
    }
    if (/^\/(healthz|livez|readyz)$/.test(pathname)) {
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end('ok');
      return;
    }
    const description = describeApi(pathname, this.#serverAddress);
    if (description) {
      requireMethod(request, 'GET');
      sendJson(response, 200, description);
      return;
    }
    const path = parseRequestPath(pathname);
    if (!path) {
      throw unknownPath();
    }
    const call = { request, response, query: url.searchParams };
    await this.#serveResource(call, path);
  }

  async #serveResource(call: Call, path: ResourcePath) {
    const { type } = path;
    if (type.kind === 'Secret') {
      throw forbidden(
        `secrets is forbidden: the sandbox cluster never serves secrets`,
      );
    }
    if (type.group === 'authorization.k8s.io') {
      requireMethod(call.request, 'POST');
      const body = await readBody(call.request);
      const answer =
        type.kind === 'SelfSubjectAccessReview'
          ? reviewAccess(decodeAccessReview(body))
          : reviewRules();
      sendJson(call.response, 201, answer);
      return;
    }
    if (path.subresource) {
      await this.#serveSubresource(call, path);
      return;
    }
    if (call.request.method === 'DELETE' && type.verbs.includes('delete')) {
      this.#deletePod(call, path);
      return;
    }
    if (call.request.method === 'PATCH' && type.verbs.includes('patch')) {
      await this.#restart(call, path);
      return;
    }
    requireMethod(call.request, 'GET');
    if (path.name === undefined) {
      this.#list(call, path);
    } else {
      this.#get(call, path);
    }
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

  #list(call: Call, path: ResourcePath) {
    const { type } = path;
    const { query } = call;
    const matches = predicateOf(path, query);
    const isWatch = ['true', '1'].includes(query.get('watch') ?? '');
    if (isWatch) {
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
        toTable(page.items, type.kind, {
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

  #get(call: Call, path: ResourcePath) {
    const { type, namespace, name = '' } = path;
    const object = this.#objectsOf(type).find(
      ({ metadata }) =>
        metadata.name === name && metadata.namespace === namespace,
    );
    if (!object) {
      throw objectNotFound({ ...type, name });
    }
    const body = wantsTable(call.request.headers.accept)
      ? toTable([object], type.kind, {
          ...this.#tableOptions(call),
          metadata: { resourceVersion: object.metadata.resourceVersion },
        })
      : object;
    sendJson(call.response, 200, body);
  }

  #deletePod(call: Call, path: ResourcePath) {
    const { namespace, name } = path;
    if (!namespace || !name) {
      throw methodNotAllowed();
    }
    const pod = findPod(this.#store, { namespace, name });
    this.#store.deletePod(pod);
    sendJson(call.response, 200, pod);
  }

  async #restart(call: Call, path: ResourcePath) {
    const { type, namespace, name } = path;
    if (!namespace || !name) {
      throw methodNotAllowed();
    }
    const resource = resourceKey(type);
    if (!this.#store.get(resource, { namespace, name })) {
      throw objectNotFound({ ...type, name });
    }
    const restartedAt = await readRestart(call.request);
    this.#store.restart(type.kind, { namespace, name }, restartedAt);
    const object = this.#store.get(resource, { namespace, name });
    sendJson(call.response, 200, object);
  }

  async #serveSubresource(call: Call, path: ResourcePath) {
    const { type, namespace, name, subresource } = path;
    if (!namespace || !name) {
      throw unknownPath();
    }
    if (type.kind === 'Pod' && subresource === 'log') {
      requireMethod(call.request, 'GET');
      const pod = findPod(this.#store, { namespace, name });
      serveLog({ ...call, store: this.#store, pod });
      return;
    }
    if (type.kind === 'Deployment' && subresource === 'scale') {
      await this.#serveScale(call, { type, namespace, name });
      return;
    }
    throw unknownPath();
  }

  async #serveScale(
    call: Call,
    target: { type: ResourceType; namespace: string; name: string },
  ) {
    const { type, namespace, name } = target;
    const { method } = call.request;
    const resource = resourceKey(type);
    if (!this.#store.get(resource, target)) {
      throw objectNotFound({ ...type, name });
    }
    if (method === 'PATCH' || method === 'PUT') {
      const body = await readJson(call.request);
      const replicas = readField(body, 'spec.replicas');
      if (
        typeof replicas !== 'number' ||
        !Number.isInteger(replicas) ||
        replicas < 0 ||
        replicas > 50
      ) {
        throw badRequest('spec.replicas must be a number from 0 to 50');
      }
      this.#store.scale(type.kind, { namespace, name }, replicas);
    } else if (method !== 'GET') {
      throw methodNotAllowed();
    }
    const deployment = this.#store.get(resource, target);
    sendJson(call.response, 200, {
      kind: 'Scale',
      apiVersion: 'autoscaling/v1',
      metadata: deployment?.metadata,
      spec: { replicas: readField(deployment, 'spec.replicas') },
      status: { replicas: readField(deployment, 'status.replicas') },
    });
  }

  #tableOptions(call: Call) {
    return {
      now: this.#store.now(),
      includeObject: call.query.get('includeObject') ?? 'Metadata',
    };
  }

  #isAuthorized(request: IncomingMessage) {
    const given = Buffer.from(readToken(request.headers.authorization));
    return (
      given.length === this.#token.length && timingSafeEqual(given, this.#token)
    );
  }
}

/**
 * The token of a request, from a bearer header or as a password.
 *
 * @remarks
 * kubectl keeps tokens to itself unless it talks TLS, but passes on what stands
 * in the server's URL: `kubectl --server http://atrium:<token>@localhost:7010`.
 */
function readToken(authorization = ''): string {
  const [, scheme, value = ''] = /^(\S+) +(.+)$/.exec(authorization) ?? [];
  switch (scheme?.toLowerCase()) {
    case 'bearer':
      return value;
    case 'basic': {
      const pair = Buffer.from(value, 'base64').toString('utf8');
      return pair.slice(pair.indexOf(':') + 1);
    }
    default:
      return '';
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

function requireMethod(request: IncomingMessage, method: string) {
  const isHead = method === 'GET' && request.method === 'HEAD';
  if (request.method !== method && !isHead) {
    throw methodNotAllowed();
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-cache, private',
  });
  response.end(JSON.stringify(body));
}

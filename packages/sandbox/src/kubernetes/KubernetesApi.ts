import type { IncomingMessage, ServerResponse } from 'node:http';
import { review } from './accessReviews.ts';
import { authorize } from './authorize.ts';
import type { ClusterStore } from './ClusterStore.ts';
import { describeApi } from './discovery.ts';
import { requireMethod, sendJson } from './httpCalls.ts';
import type { Call } from './httpCalls.ts';
import { formatTime } from './kubernetesTypes.ts';
import type { KubernetesUsers } from './KubernetesUsers.ts';
import { ObjectReader } from './ObjectReader.ts';
import { ObjectWriter } from './ObjectWriter.ts';
import { describeOpenApi } from './openApi.ts';
import { parseRequestPath } from './parseRequestPath.ts';
import type { ResourcePath } from './parseRequestPath.ts';
import { readManifest } from './readManifest.ts';
import { readField, readTextMap } from './readField.ts';
import { resourceKey } from './ResourceTypes.ts';
import { findPod, serveLog } from './serveLog.ts';
import {
  methodNotAllowed,
  objectNotFound,
  StatusError,
  success,
  unauthorized,
  unknownPath,
} from './statusErrors.ts';
import { isDryRun } from './writeRequests.ts';
import type { WriteRequest } from './writeRequests.ts';

export interface KubernetesApiOptions {
  store: ClusterStore;
  users: KubernetesUsers;
}

/** Of one object, in a namespace. */
type NamedPath = ResourcePath & { namespace: string; name: string };

/** Answers requests as a Kubernetes API server does. */
export class KubernetesApi {
  readonly #store: ClusterStore;
  readonly #users: KubernetesUsers;
  readonly #reader: ObjectReader;
  readonly #writer: ObjectWriter;
  readonly #open = new Set<ServerResponse>();

  constructor(options: KubernetesApiOptions) {
    this.#store = options.store;
    this.#users = options.users;
    this.#reader = new ObjectReader(options.store);
    this.#writer = new ObjectWriter(options.store);
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
    const user = this.#users.authenticate(request.headers.authorization);
    if (/^\/(healthz|livez|readyz)$/.test(pathname)) {
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end('ok');
      return;
    }
    if (!user && pathname !== '/version') {
      throw unauthorized();
    }
    const { types } = this.#store;
    const description =
      describeApi(pathname, types.all) ?? describeOpenApi(pathname, types.all);
    if (description) {
      requireMethod(request, 'GET');
      sendJson(response, 200, description);
      return;
    }
    const path = parseRequestPath(pathname, types);
    if (!path || !user) {
      throw unknownPath();
    }
    const call = { request, response, query: url.searchParams, user };
    authorize(call, path);
    await this.#serveResource(call, path);
  }

  async #serveResource(call: Call, path: ResourcePath) {
    const { request, response, user } = call;
    const { type } = path;
    if (type.verbs.join() === 'create') {
      requireMethod(request, 'POST');
      const body = await readManifest(request);
      sendJson(response, 201, review(type.kind, user, body));
      return;
    }
    if (path.subresource) {
      await this.#serveSubresource(call, path);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      await this.#write(call, path);
      return;
    }
    if (path.name === undefined) {
      this.#reader.list(call, path);
    } else {
      this.#reader.get(call, path);
    }
  }

  async #write(call: Call, path: ResourcePath) {
    const { request, response } = call;
    const { type, namespace, name } = path;
    const write = await readWrite(call, path);
    switch (request.method) {
      case 'POST':
        if (name !== undefined || (type.isNamespaced && !namespace)) {
          throw methodNotAllowed();
        }
        this.#reader.send(call, type, {
          code: 201,
          object: this.#writer.create(write),
        });
        return;
      case 'PUT':
        this.#reader.send(call, type, { object: this.#writer.replace(write) });
        return;
      case 'PATCH': {
        const key = { namespace, name: name ?? '' };
        const isNew = !this.#store.get(resourceKey(type), key);
        const object = this.#writer.patch(write, contentTypeOf(request));
        this.#reader.send(call, type, { code: isNew ? 201 : 200, object });
        return;
      }
      case 'DELETE':
        if (!name) {
          throw methodNotAllowed();
        }
        if (type.kind === 'Pod' && namespace) {
          const options = { namespace, name };
          sendJson(response, 200, this.#deletePod(call, write, options));
          return;
        }
        sendJson(
          response,
          200,
          success({ ...type, name }, this.#writer.delete(write).metadata.uid),
        );
        return;
      default:
        throw methodNotAllowed();
    }
  }

  /** Answers the pod as it ends; its controller makes another at once. */
  #deletePod(
    call: Call,
    write: WriteRequest,
    key: { namespace: string; name: string },
  ) {
    const pod = findPod(this.#store, key);
    const subject = { group: '', plural: 'pods', name: key.name };
    this.#writer.checkDelete(pod, subject, write.body);
    const seconds = Number(
      call.query.get('gracePeriodSeconds') ??
        readField(write.body, 'gracePeriodSeconds') ??
        readField(pod, 'spec.terminationGracePeriodSeconds') ??
        0,
    );
    if (!isDryRun(write)) {
      this.#store.deletePod(pod);
    }
    return {
      ...pod,
      metadata: {
        ...pod.metadata,
        deletionTimestamp: formatTime(this.#store.now()),
        deletionGracePeriodSeconds: seconds,
      },
    };
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
    if (type.isScalable && subresource === 'scale') {
      await this.#serveScale(call, { ...path, namespace, name });
      return;
    }
    throw unknownPath();
  }

  async #serveScale(call: Call, path: NamedPath) {
    const { type, namespace, name } = path;
    const { request } = call;
    if (request.method === 'PATCH' || request.method === 'PUT') {
      this.#writer.scale(
        await readWrite(call, path),
        request.method === 'PATCH' ? contentTypeOf(request) : undefined,
      );
    } else {
      requireMethod(request, 'GET');
    }
    const workload = this.#store.get(resourceKey(type), { namespace, name });
    if (!workload) {
      throw objectNotFound({ ...type, name });
    }
    const { uid, resourceVersion, creationTimestamp } = workload.metadata;
    sendJson(call.response, 200, {
      kind: 'Scale',
      apiVersion: 'autoscaling/v1',
      metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
      spec: { replicas: readField(workload, 'spec.replicas') },
      status: {
        replicas: readField(workload, 'status.replicas') ?? 0,
        selector: Object.entries(
          readTextMap(workload, 'spec.selector.matchLabels'),
        )
          .map(([label, value]) => `${label}=${value}`)
          .join(','),
      },
    });
  }
}

async function readWrite(
  call: Call,
  path: ResourcePath,
): Promise<WriteRequest> {
  const { request, query } = call;
  const { type, namespace, name } = path;
  const body = await readManifest(request);
  // As the API server does: the part of the program's name before the version.
  const [client] = (request.headers['user-agent'] ?? 'unknown').split('/', 1);
  return { type, namespace, name, body, query, client };
}

function contentTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0].trim();
}

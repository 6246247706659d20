import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClusterChange, ClusterStore } from './ClusterStore.ts';
import { second } from '../durations.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import { apiVersionOf, resourceKey } from './ResourceTypes.ts';
import type { ResourceType } from './ResourceTypes.ts';
import type { ObjectPredicate } from './selectors.ts';
import { versionExpired } from './statusErrors.ts';
import { toTable, wantsTable } from './tablePrinting.ts';

const defaultTimeoutSeconds = 1_800;

export interface ServeWatchOptions {
  store: ClusterStore;
  type: ResourceType;
  matches: ObjectPredicate;
  query: URLSearchParams;
  request: IncomingMessage;
  response: ServerResponse;
}

/** Keeps a response open and writes a line for every change. */
export function serveWatch(options: ServeWatchOptions) {
  const { store, type, matches, query, request, response } = options;
  const isTable = wantsTable(request.headers.accept);
  const resource = resourceKey(type);
  const write = (event: string, object: unknown) =>
    response.write(`${JSON.stringify({ type: event, object })}\n`);
  const present = (object: KubernetesObject) =>
    isTable
      ? toTable([object], type, {
          now: store.now(),
          includeObject: query.get('includeObject') ?? 'Metadata',
          metadata: { resourceVersion: object.metadata.resourceVersion },
        })
      : object;

  const onChange = (change: ClusterChange) => {
    if (change.resource !== resource) {
      return;
    }
    const was = change.previous !== undefined && matches(change.previous);
    const is = change.type !== 'DELETED' && matches(change.object);
    if (is) {
      write(was ? 'MODIFIED' : 'ADDED', present(change.object));
    } else if (was) {
      write('DELETED', present(change.object));
    }
  };

  // The first look brings the state up to date, so that the version below is
  // that of the objects sent.
  const current = store.list(resource).filter(matches);
  const version = query.get('resourceVersion') ?? '';
  const isFromNow = version === '' || version === '0';
  const hasInitialEvents = query.get('sendInitialEvents') === 'true';
  const after =
    isFromNow || hasInitialEvents ? store.resourceVersion : Number(version);

  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.flushHeaders();
  if (isFromNow || hasInitialEvents) {
    for (const object of current) {
      write('ADDED', present(object));
    }
  }
  if (hasInitialEvents) {
    write('BOOKMARK', {
      kind: type.kind,
      apiVersion: apiVersionOf(type),
      metadata: {
        resourceVersion: String(store.resourceVersion),
        creationTimestamp: null,
        annotations: { 'k8s.io/initial-events-end': 'true' },
      },
    });
  }

  const unsubscribe = Number.isNaN(after)
    ? undefined
    : store.subscribe(after, onChange);
  if (!unsubscribe) {
    write('ERROR', versionExpired().toStatus());
    response.end();
    return;
  }
  const timeoutSeconds =
    Number(query.get('timeoutSeconds')) || defaultTimeoutSeconds;
  const timer = setTimeout(
    () => response.end(),
    Math.min(timeoutSeconds, defaultTimeoutSeconds) * second,
  );
  response.on('close', () => {
    clearTimeout(timer);
    unsubscribe();
  });
}

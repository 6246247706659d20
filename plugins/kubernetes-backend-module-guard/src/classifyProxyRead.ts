import type { Request } from 'express';

/** What {@link classifyProxyRead} looks at. */
type ProxyRequest = Pick<
  Request,
  'method' | 'originalUrl' | 'baseUrl' | 'headers'
>;

/** A read of "Logs and manifests" on the Runtime tab. */
export type ProxyRead =
  | { kind: 'events' }
  | { kind: 'logs'; namespace: string; pod: string };

/**
 * The two reads of "Logs and manifests". Names are spelled out as Kubernetes
 * spells them, so that neither an encoded slash nor a parent folder fits in.
 */
const EVENTS = /^\/api\/v1\/namespaces\/[a-z0-9][a-z0-9-]*\/events$/;
const LOGS =
  /^\/api\/v1\/namespaces\/([a-z0-9][a-z0-9-]*)\/pods\/([a-z0-9][a-z0-9.-]*)\/log$/;

/**
 * Which of the reads of "Logs and manifests" a request to the proxy is, or
 * undefined when it is anything else.
 *
 * @remarks
 *
 * A list of what is let through rather than of what is not: `GET` also opens
 * shells (`exec` and `attach` by an upgraded connection), reaches into services
 * (`proxy`) and reads secrets.
 */
export function classifyProxyRead(req: ProxyRequest): ProxyRead | undefined {
  // The proxy forwards what remains of the original URL, not what Express made
  // of it, so that is what has to be looked at.
  if (req.method !== 'GET' || !req.originalUrl.startsWith(req.baseUrl)) {
    return undefined;
  }
  if (req.headers.upgrade !== undefined) {
    return undefined;
  }
  const [path] = req.originalUrl.slice(req.baseUrl.length).split('?', 1);
  if (EVENTS.test(path)) {
    return { kind: 'events' };
  }
  const [, namespace, pod] = LOGS.exec(path) ?? [];
  return namespace && pod ? { kind: 'logs', namespace, pod } : undefined;
}

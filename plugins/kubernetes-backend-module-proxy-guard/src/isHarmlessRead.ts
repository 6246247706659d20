import type { Request } from 'express';

/** What {@link isHarmlessRead} looks at. */
type ProxyRequest = Pick<
  Request,
  'method' | 'originalUrl' | 'baseUrl' | 'headers'
>;

/**
 * The two reads of the Kubernetes tab. Names are spelled out as Kubernetes
 * spells them, so that neither an encoded slash nor a parent folder fits in.
 */
const HARMLESS_PATHS = [
  /^\/api\/v1\/namespaces\/[a-z0-9][a-z0-9-]*\/pods\/[a-z0-9][a-z0-9.-]*\/log$/,
  /^\/api\/v1\/namespaces\/[a-z0-9][a-z0-9-]*\/events$/,
];

/**
 * Whether a request to the Kubernetes proxy only reads pod logs or events.
 *
 * @remarks
 *
 * A list of what is harmless rather than of what is not: `GET` also opens
 * shells (`exec` and `attach` by an upgraded connection), reaches into services
 * (`proxy`) and reads secrets.
 */
export function isHarmlessRead(req: ProxyRequest): boolean {
  // The proxy forwards what remains of the original URL, not what Express made
  // of it, so that is what has to be looked at.
  if (req.method !== 'GET' || !req.originalUrl.startsWith(req.baseUrl)) {
    return false;
  }
  if (req.headers.upgrade !== undefined) {
    return false;
  }
  const [path] = req.originalUrl.slice(req.baseUrl.length).split('?', 1);
  return HARMLESS_PATHS.some(pattern => pattern.test(path));
}

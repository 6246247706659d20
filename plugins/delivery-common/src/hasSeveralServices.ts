import type { Deployment } from './deployment';

/**
 * Whether some component has several services in one environment, which then have
 * to be told apart by name.
 *
 * @remarks A service that is called something else in each environment is one.
 */
export function hasSeveralServices(
  deployments: Iterable<
    Pick<Deployment, 'entityRef' | 'environment' | 'service'>
  >,
): boolean {
  const serviceIn = new Map<string, string>();
  for (const { entityRef, environment, service } of deployments) {
    const place = JSON.stringify([entityRef, environment]);
    const other = serviceIn.get(place) ?? service;
    if (other !== service) {
      return true;
    }
    serviceIn.set(place, service);
  }
  return false;
}

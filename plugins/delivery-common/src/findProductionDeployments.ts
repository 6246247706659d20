import type { Deployment, ProductionDeployments } from './deployment';

/**
 * Finds what is in production among the newest deployments of each service in each
 * environment: the last one, and of several services each.
 *
 * @remarks A service that was removed is of interest only while it is the one that
 * is known: beside others it would hide what runs.
 *
 * @param newest - Of one component, newest first.
 */
export function findProductionDeployments(
  newest: Deployment[],
): ProductionDeployments {
  const all = newest.filter(({ tier }) => tier === 'production');
  const services = new Set(all.map(({ service }) => service));
  if (services.size < 2) {
    return { lastProductionDeployment: all.at(0) };
  }
  const running = all.filter(({ kind }) => kind !== 'removed');
  const newestOf = new Map<string, Deployment>();
  for (const deployment of running) {
    if (!newestOf.has(deployment.service)) {
      newestOf.set(deployment.service, deployment);
    }
  }
  return {
    lastProductionDeployment: running.at(0) ?? all.at(0),
    productionDeployments:
      newestOf.size > 1
        ? [...newestOf.values()].sort((a, b) =>
            a.service.localeCompare(b.service, 'en-US'),
          )
        : undefined,
  };
}

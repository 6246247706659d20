import type { ProductionDeployments } from './deployment';

/**
 * The version in production as one text: `2.0.0`, or `api 2.0.0, worker 7.1.0` of
 * several services. Undefined where no version is known.
 */
export function describeProductionVersion(
  production: ProductionDeployments,
): string | undefined {
  const { lastProductionDeployment, productionDeployments } = production;
  if (!productionDeployments) {
    return lastProductionDeployment?.version;
  }
  const versions = productionDeployments.flatMap(({ service, version }) =>
    version === undefined ? [] : [`${service} ${version}`],
  );
  return versions.length > 0 ? versions.join(', ') : undefined;
}

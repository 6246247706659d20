import type { Deployment, Incident } from '@atrium/plugin-delivery-common';
import type { OpenIncident } from '@atrium/plugin-entity-summary-common';

const DAY_MS = 24 * 3_600_000;

/**
 * The deployment that an incident probably comes from: the one that delivery
 * blames, or the last one in that environment in the day before: of the service that
 * the incident names, where there is any.
 *
 * @param deployments - newest first
 */
export function findSuspect(
  incident: Incident,
  deployments: readonly Deployment[],
): OpenIncident['suspect'] {
  const blamed = deployments.find(({ id }) => id === incident.deploymentId);
  const suspect = blamed ?? findLastBefore(incident, deployments);
  if (suspect) {
    return {
      deploymentId: suspect.id,
      version: suspect.version,
      deployedAt: suspect.at,
      url: suspect.url,
    };
  }
  return incident.deploymentId
    ? { deploymentId: incident.deploymentId }
    : undefined;
}

function findLastBefore(
  { detectedAt, entityRef, environment, tier, service }: Incident,
  deployments: readonly Deployment[],
): Deployment | undefined {
  if (detectedAt === undefined) {
    return undefined;
  }
  const detected = Date.parse(detectedAt);
  const recent = deployments.filter(deployment => {
    const age = detected - Date.parse(deployment.at);
    return (
      deployment.kind !== 'removed' &&
      deployment.entityRef === entityRef &&
      (environment
        ? deployment.environment === environment
        : deployment.tier === tier) &&
      age >= 0 &&
      age <= DAY_MS
    );
  });
  return recent.find(one => one.service === service) ?? recent.at(0);
}

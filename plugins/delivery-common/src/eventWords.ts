import type { Deployment } from './deployment';
import type { Incident } from './incident';

/** What happened to a service, in one line: `1.4.0 deployed to production`. */
export function describeDeployment(deployment: Deployment): string {
  const { kind, version, commit, environment, actor } = deployment;
  const what = version ?? commit?.slice(0, 7) ?? deployment.service;
  const words = {
    deployed: `${what} deployed to ${environment}`,
    upgraded: `${what} deployed to ${environment}`,
    rolledback: `${environment} rolled back to ${what}`,
    removed: `${what} removed from ${environment}`,
  }[kind];
  return actor ? `${words} by ${actor}` : words;
}

/** An incident, in one line. */
export function describeIncident({
  description,
  incidentId,
}: Pick<Incident, 'description' | 'incidentId'>): string {
  return description ? `Incident: ${description}` : `Incident ${incidentId}`;
}

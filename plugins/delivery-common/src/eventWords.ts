import { inLanguage } from '@atrium/common';
import type { Deployment } from './deployment';
import type { Incident } from './incident';

/** What happened to a service, in one line: `1.4.0 deployed to production`. */
export function describeDeployment(deployment: Deployment): string {
  const { kind, version, commit, environment, actor } = deployment;
  const what = version ?? commit?.slice(0, 7) ?? deployment.service;
  const deployed = {
    en: `${what} deployed to ${environment}`,
    de: `${what} auf ${environment} deployt`,
  };
  const words = inLanguage(
    {
      deployed,
      upgraded: deployed,
      rolledback: {
        en: `${environment} rolled back to ${what}`,
        de: `${environment} auf ${what} zurückgerollt`,
      },
      removed: {
        en: `${what} removed from ${environment}`,
        de: `${what} von ${environment} entfernt`,
      },
    }[kind],
  );
  return actor
    ? inLanguage({ en: `${words} by ${actor}`, de: `${words} von ${actor}` })
    : words;
}

/** An incident, in one line. */
export function describeIncident({
  description,
  incidentId,
}: Pick<Incident, 'description' | 'incidentId'>): string {
  return description ? `Incident: ${description}` : `Incident ${incidentId}`;
}

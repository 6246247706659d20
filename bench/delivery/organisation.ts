/** Teams of the organisation that is measured. */
export const TEAMS = 50;
/** Services of each team. */
export const SERVICES_PER_TEAM = 20;
/** Services of all teams. */
export const SERVICES = TEAMS * SERVICES_PER_TEAM;

/** The catalog's name of a service, from 0. */
export function serviceRef(number: number): string {
  return `component:default/service-${number}`;
}

/** The catalog's name of a team, from 0. */
export function teamRef(number: number): string {
  return `group:default/team-${number}`;
}

/** Components that each team owns. */
const COMPONENTS_PER_TEAM = 25;

/** How many teams own so many components. */
export function countTeams(components: number): number {
  return Math.ceil(components / COMPONENTS_PER_TEAM);
}

/** The catalog's name of a team, from 0. */
export function teamRef(number: number): string {
  return `group:default/team-${number}`;
}

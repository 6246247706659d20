/** Teams of the organisation that is measured. */
export const TEAMS = 60;
/** Departments, each with the same number of teams. */
export const DEPARTMENTS = 6;
/** Components of each team: 300 owners of cost. */
export const COMPONENTS_PER_TEAM = 5;
/** Components of all teams. */
export const COMPONENTS = TEAMS * COMPONENTS_PER_TEAM;
/** Services of three providers. */
export const SERVICES = 40;
/** Of these, how many a component uses. */
export const SERVICES_PER_COMPONENT = 14;
/** Calendar months before the current one. */
export const MONTHS = 12;

/** The catalog's name of a component, from 0. */
export function componentRef(number: number): string {
  return `component:default/component-${number % COMPONENTS}`;
}

/** The catalog's name of the team of a component. */
export function teamRef(component: number): string {
  return `group:default/team-${Math.floor(component / COMPONENTS_PER_TEAM)}`;
}

/** The catalog's name of a department, from 0. */
export function departmentRef(number: number): string {
  return `group:default/department-${number % DEPARTMENTS}`;
}

import { addMoney } from '@atrium/common';
import type { EntityRow, Health } from '@atrium/plugin-entity-summary-common';

type Cost = NonNullable<EntityRow['cost']>;

/** What the services of a team come to. */
export interface TeamSum {
  ownerRef: string;
  title: string;
  services: number;
  /** How many of them are how. */
  health: Record<Health, number>;
  openIncidents: number;
  /**
   * A month so far; undefined where none is known, in several currencies, or of
   * several months.
   */
  cost?: Cost;
}

/** The services of each owner together, worst team first. */
export function sumTeams(rows: EntityRow[]): TeamSum[] {
  const teams = new Map<string, EntityRow[]>();
  for (const row of rows) {
    if (row.ownerRef) {
      teams.set(row.ownerRef, [...(teams.get(row.ownerRef) ?? []), row]);
    }
  }
  return [...teams]
    .map(([ownerRef, owned]) => sumTeam(ownerRef, owned))
    .sort(
      (a, b) =>
        b.openIncidents - a.openIncidents ||
        b.health.bad - a.health.bad ||
        b.health.warning - a.health.warning ||
        a.title.localeCompare(b.title),
    );
}

function sumTeam(ownerRef: string, rows: EntityRow[]): TeamSum {
  const health = { bad: 0, warning: 0, good: 0, unknown: 0 };
  let openIncidents = 0;
  for (const row of rows) {
    health[row.health] += 1;
    openIncidents += row.openIncidents;
  }
  return {
    ownerRef,
    title: rows[0].ownerTitle ?? ownerRef,
    services: rows.length,
    health,
    openIncidents,
    cost: sumCosts(rows.flatMap(({ cost }) => cost ?? [])),
  };
}

function sumCosts(costs: Cost[]): Cost | undefined {
  const [first, ...others] = costs;
  return others.every(
    ({ currency, month }) =>
      currency === first.currency && month === first.month,
  )
    ? others.reduce(
        (sum, cost) => ({ ...addMoney(sum, cost), month: sum.month }),
        first,
      )
    : undefined;
}

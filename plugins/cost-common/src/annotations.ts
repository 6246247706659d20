/**
 * Names the files of cost that lie beside a `catalog-info.yaml`: paths, separated
 * by commas. They are taken from repositories that `cost.allocation.repositories`
 * names, and from no other: rules decide about everybody's money.
 */
export const COST_ANNOTATION = 'atrium.dev/cost';

/** What an entity or a group may cost in a month, such as `EUR 400`. */
export const MONTHLY_BUDGET_ANNOTATION = 'atrium.dev/monthly-budget';

/** Kinds whose cost is asked for, which may have a budget, in lower case. */
export const COST_KINDS = [
  'api',
  'component',
  'domain',
  'group',
  'resource',
  'system',
];

/** Stands for charges without a value. */
export const NO_KEY = 'none';
/** Stands for charges that no rule allocates. */
export const UNALLOCATED_KEY = 'unallocated';
/** Comes before the name of a pool. */
export const POOL_PREFIX = 'pool:';

/** The columns of `dimensions` that cost is taken apart by. */
export const DIMENSION_COLUMNS = {
  provider: 'provider',
  subAccount: 'sub_account_id',
  service: 'service_name',
  serviceCategory: 'service_category',
  region: 'region',
  chargeCategory: 'charge_category',
  pricingCategory: 'pricing_category',
} as const;

/** The branches of a CASE for targets `g` that are no entities. */
export const NOT_OF_AN_ENTITY = `WHEN g.kind = 'unallocated' THEN '${UNALLOCATED_KEY}'
  WHEN g.kind = 'pool' THEN '${POOL_PREFIX}' || g.ref`;

/** SQL of where cost comes from: of `g`, its target, and `o`, the pool it is a part of. */
export const ORIGIN_KEY = `CASE WHEN o.ref IS NOT NULL THEN '${POOL_PREFIX}' || o.ref
  ${NOT_OF_AN_ENTITY} ELSE 'direct' END`;

/** SQL of the team that has the cost of a target `g`, whose entity is `e`. */
export const TEAM_KEY = `CASE ${NOT_OF_AN_ENTITY} WHEN g.ref LIKE 'group:%' THEN g.ref
  ELSE coalesce(e.owner_refs[1], '${NO_KEY}') END`;

/** SQL of the system that has it. */
export const SYSTEM_KEY = `CASE ${NOT_OF_AN_ENTITY} WHEN g.ref LIKE 'system:%' THEN g.ref
  ELSE coalesce((SELECT min(s) FROM unnest(e.system_refs) AS s WHERE s LIKE 'system:%'), '${NO_KEY}') END`;

import { componentRef } from './organisation.ts';
import { month, type Shape, sameDays, sinceLastMonth } from './shapes.ts';

const PAGE = 50;

/** Rules that leave one component what it has, and everything else to nobody. */
const RULES = `apiVersion: atrium.dev/v1
kind: CostAllocation
metadata:
  name: bench
spec:
  rules:
    - name: first-account
      match:
        subAccount: account-0
      to:
        entity: ${componentRef(1)}
  pools: []
`;

/** The questions behind the figures, about everybody: resources, charges and rules. */
export const DRILL_DOWNS: Shape[] = [
  {
    name: 'Resources of the organisation, this month',
    path: () => `/resources?limit=${PAGE}`,
    raw: () => `SELECT 'resource-' || key_id AS key, sum(effective) AS amount
      FROM rows WHERE ${month} GROUP BY key_id, target_id
      ORDER BY 2 DESC, concat_ws(' ', key_id, target_id, 'bench') COLLATE "C"
      LIMIT ${PAGE}`,
    read: ({ items = [] }) =>
      new Map(
        items.map(({ amount, resourceId }) => [resourceId ?? '', amount ?? '']),
      ),
  },
  {
    name: 'Charges of the organisation, this month',
    path: () => `/rows?limit=${PAGE}`,
    raw: () =>
      `SELECT 'count' AS key, count(*)::text AS amount FROM rows WHERE ${month}`,
    read: ({ totalItems }) => new Map([['count', String(totalItems)]]),
  },
  {
    name: 'What changed most in the organisation',
    path: () => '/movers',
    raw: () => `SELECT 'change' AS key,
      sum(effective) FILTER (WHERE ${month})
        - sum(effective) FILTER (WHERE ${sameDays}) AS amount
      FROM rows WHERE ${sinceLastMonth}`,
    read: ({ change }) => new Map([['change', change ?? '']]),
  },
  {
    name: 'Dry run of rules, two months',
    path: () => '/rule-dry-runs',
    body: { content: RULES },
    limitMs: 2_000,
    raw: () => `SELECT v.key, sum(v.amount) AS amount FROM rows
      CROSS JOIN LATERAL (VALUES ('total', effective), ('moved',
        CASE WHEN ref = '${componentRef(1)}' THEN 0 ELSE effective END))
        AS v (key, amount)
      WHERE ${sinceLastMonth} GROUP BY 1`,
    read: ({ result }) =>
      new Map([
        ['total', result?.total ?? ''],
        ['moved', result?.moved ?? ''],
      ]),
  },
];

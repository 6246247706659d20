import { componentRef } from './organisation.ts';
import {
  edges,
  inEdges,
  month,
  type Answer,
  type Shape,
  sameDays,
  sinceCalendarMonth,
  sinceLastMonth,
} from './shapes.ts';

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

const resources = (where: string) =>
  `SELECT 'resource-' || key_id AS key, sum(effective) AS amount
    FROM rows WHERE ${where} GROUP BY key_id, target_id
    ORDER BY 2 DESC, key_id, target_id
    LIMIT ${PAGE}`;
const charges = (where: string) =>
  `SELECT 'count' AS key, count(*)::text AS amount FROM rows WHERE ${where}`;
const readResources = ({ items = [] }: Answer) =>
  new Map(
    items.map(({ amount, resourceId }) => [resourceId ?? '', amount ?? '']),
  );
const readCharges = ({ totalItems }: Answer) =>
  new Map([['count', String(totalItems)]]);

/** The questions behind the figures, about everybody: resources, charges and rules. */
export const DRILL_DOWNS: Shape[] = [
  {
    name: 'Resources of the organisation, this month',
    path: () => `/resources?limit=${PAGE}`,
    raw: () => resources(month),
    read: readResources,
  },
  {
    name: 'Resources of the organisation, 40 days within months',
    path: () => `/resources?limit=${PAGE}&from=${edges.from}&to=${edges.to}`,
    raw: () => resources(inEdges),
    read: readResources,
  },
  {
    name: 'Charges of the organisation, this month',
    path: () => `/rows?limit=${PAGE}`,
    raw: () => charges(month),
    read: readCharges,
  },
  {
    name: 'Charges of the organisation, 40 days within months',
    path: () => `/rows?limit=${PAGE}&from=${edges.from}&to=${edges.to}`,
    raw: () => charges(inEdges),
    read: readCharges,
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
      WHERE ${sinceCalendarMonth} GROUP BY 1`,
    read: ({ result }) =>
      new Map([
        ['total', result?.total ?? ''],
        ['moved', result?.moved ?? ''],
      ]),
  },
];

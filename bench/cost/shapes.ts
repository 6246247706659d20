import { componentRef, departmentRef, SERVICES } from './organisation.ts';

/** A question as pages ask it, and the same over the rows of the bill. */
export interface Shape {
  name: string;
  /** What is asked in a round. */
  path(round: number): string;
  /** SQL of `key` and `amount` over `rows`, for the same question in round 0. */
  raw: string;
  /** The amounts of an answer by the same keys. */
  read(answer: Answer): Map<string, string>;
}

/** What is compared of the answers. */
export interface Answer {
  change?: string;
  monthToDate?: string;
  starts?: string[];
  series?: { key: string; amounts: (string | null)[] }[];
  items?: {
    key?: string;
    entityRef?: string;
    amount?: string;
    monthToDate?: string;
  }[];
}

const DAY_MS = 86_400_000;
const today = new Date();

function day(offset: number): string {
  return new Date(today.getTime() - offset * DAY_MS).toISOString().slice(0, 10);
}

function firstOfMonth(offset: number): string {
  return new Date(
    Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + offset, 1),
  )
    .toISOString()
    .slice(0, 10);
}

const month = `day >= '${firstOfMonth(0)}'`;
const quarter = { from: day(90), to: day(0) };
const inQuarter = `day >= '${quarter.from}' AND day < '${quarter.to}'`;
const year = { from: firstOfMonth(-12), to: firstOfMonth(1) };
const group = (key: string, where: string) =>
  `SELECT ${key} AS key, sum(effective) AS amount FROM rows WHERE ${where} GROUP BY 1`;
const ofComponent = `ref = '${componentRef(0)}'`;
const ofDepartment = `team % 6 = 0`;

const readTotal = ({ monthToDate, change }: Answer) =>
  new Map([['all', monthToDate ?? change ?? '0']]);
const readItems = ({ items = [] }: Answer) =>
  new Map(
    items.map(({ amount, entityRef, key, monthToDate }) => [
      key ?? entityRef ?? '',
      amount ?? monthToDate ?? '0',
    ]),
  );
const readSeries = ({ series = [], starts = [] }: Answer) =>
  new Map(
    series.flatMap(({ amounts, key }) =>
      starts.map((start, index): [string, string] => [
        `${key} ${start}`,
        amounts[index] ?? '0',
      ]),
    ),
  );

const summaries = Array.from({ length: 50 }, (_, index) => componentRef(index));

/** The questions that the pages of cost ask. */
export const SHAPES: Shape[] = [
  {
    name: 'Summary of the organisation',
    path: () => '/summary',
    raw: group(`'all'`, month),
    read: readTotal,
  },
  {
    name: 'Summary of a component',
    path: round => `/summary?entityRef=${componentRef(round)}`,
    raw: group(`'all'`, `${month} AND ${ofComponent}`),
    read: readTotal,
  },
  {
    name: 'Summary of a department with 50 components',
    path: round => `/summary?entityRef=${departmentRef(round)}`,
    raw: group(`'all'`, `${month} AND ${ofDepartment}`),
    read: readTotal,
  },
  {
    name: 'Summaries of 50 components',
    path: () =>
      `/summaries?${summaries.map(ref => `entityRef=${ref}`).join('&')}`,
    raw: group(
      'ref',
      `${month} AND ref IN (${summaries.map(ref => `'${ref}'`).join(',')})`,
    ),
    read: readItems,
  },
  {
    name: 'Days of the organisation by service, 90 days',
    path: () =>
      `/series?groupBy=service&limit=20&from=${quarter.from}&to=${quarter.to}`,
    raw: `WITH top AS (SELECT service FROM rows WHERE ${inQuarter} GROUP BY 1
        ORDER BY sum(effective) DESC, service LIMIT 20)
      SELECT CASE WHEN service IN (SELECT service FROM top) THEN service
        ELSE 'other' END || ' ' || day AS key, sum(effective) AS amount
      FROM rows WHERE ${inQuarter} GROUP BY 1`,
    read: readSeries,
  },
  {
    name: 'Days of a component by service, 90 days',
    path: round =>
      `/series?entityRef=${componentRef(round)}&groupBy=service&limit=20&from=${
        quarter.from
      }&to=${quarter.to}`,
    raw: group(`service || ' ' || day`, `${inQuarter} AND ${ofComponent}`),
    read: readSeries,
  },
  {
    name: 'Months of the organisation by provider, 13 months',
    path: () =>
      `/series?groupBy=provider&granularity=month&from=${year.from}&to=${year.to}`,
    raw: group(
      `provider || ' ' || date_trunc('month', day::timestamp)::date`,
      'true',
    ),
    read: readSeries,
  },
  {
    name: 'Organisation by component, this month',
    path: () => '/breakdown?groupBy=entity&limit=1000',
    raw: group('ref', month),
    read: readItems,
  },
  {
    name: 'Organisation by service, 13 months',
    path: () => `/breakdown?groupBy=service&from=${year.from}&to=${year.to}`,
    raw: group('service', 'true'),
    read: readItems,
  },
  {
    name: 'Organisation by team, 90 days',
    path: () => `/breakdown?groupBy=team&from=${quarter.from}&to=${quarter.to}`,
    raw: group(`'group:default/team-' || team`, inQuarter),
    read: readItems,
  },
  {
    name: 'Department by sub-account, 90 days',
    path: round =>
      `/breakdown?entityRef=${departmentRef(round)}&groupBy=subAccount&from=${
        quarter.from
      }&to=${quarter.to}`,
    raw: group('account', `${inQuarter} AND ${ofDepartment}`),
    read: readItems,
  },
  {
    name: 'A service by region, 90 days',
    path: round =>
      `/breakdown?groupBy=region&service=service-${round % SERVICES}&from=${
        quarter.from
      }&to=${quarter.to}`,
    raw: group('region', `${inQuarter} AND service = 'service-0'`),
    read: readItems,
  },
];

/** The charges with all that the questions look at. */
export const RAW_ROWS = `WITH rows AS NOT MATERIALIZED (
  SELECT (c.charge_start AT TIME ZONE 'UTC')::date AS day, c.effective,
    d.provider, d.service_name AS service, d.region, d.sub_account_id AS account,
    g.ref, substring(e.owner_refs[1] FROM '\\d+$')::int AS team
  FROM charges c
  JOIN slices s ON s.import_id = c.import_id AND s.month = c.month
  JOIN dimensions d ON d.id = c.dimension_id
  JOIN key_targets t ON t.key_id = c.key_id AND t.version = 0
  JOIN targets g ON g.id = t.target_id
  LEFT JOIN entities e ON e.entity_ref = g.ref)`;

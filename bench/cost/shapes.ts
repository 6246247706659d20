import {
  componentRef,
  departmentRef,
  DEPARTMENTS,
  SERVICES,
} from './organisation.ts';

/** A question as pages ask it, and the same over the rows of the bill. */
export interface Shape {
  name: string;
  /** What is asked in a round. */
  path(round: number): string;
  /** What is sent with it, by POST. */
  body?: object;
  /** How long it may take at the 95th percentile, where that is not what pages may. */
  limitMs?: number;
  /** SQL of `key` and `amount` over `rows`, for the same question in that round. */
  raw(round: number): string;
  /** The amounts of an answer by the same keys. */
  read(answer: Answer): Map<string, string>;
}

/** What is compared of the answers. */
export interface Answer {
  monthToDate?: string;
  sameDaysLastMonth?: string;
  lastMonth?: string;
  direct?: string;
  unallocated?: string;
  starts?: string[];
  series?: { key: string; amounts: (string | null)[] }[];
  totalItems?: number;
  change?: string;
  result?: { total: string; moved: string };
  items?: {
    key?: string;
    entityRef?: string;
    resourceId?: string;
    amount?: string;
    monthToDate?: string;
    sameDaysLastMonth?: string;
  }[];
}

const DAY_MS = 86_400_000;
/** Of what a forecast is made, at least. */
const HISTORY_DAYS = 56;
const today = new Date();

function day(offset: number): string {
  return new Date(today.getTime() - offset * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The first day of a month, counted from that of a day: of yesterday, the last one with
 * charges, where nothing else is said.
 */
function firstOfMonth(offset: number, of = day(1)): string {
  const [year, month] = of.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + offset, 1))
    .toISOString()
    .slice(0, 10);
}

const within = ({ from, to }: { from: string; to: string }) =>
  `day >= '${from}' AND day < '${to}'`;
/** Days that begin and end within months that are over. */
export const edges = {
  from: firstOfMonth(-2).replace(/01$/, '10'),
  to: firstOfMonth(-1).replace(/01$/, '20'),
};
export const inEdges = within(edges);
/** The days of this month. */
export const month = within({ from: firstOfMonth(0), to: day(0) });
const lastMonth = within({ from: firstOfMonth(-1), to: firstOfMonth(0) });
/** As many days of the month before as this one has had; all where this one is over. */
export const sameDays =
  day(0) === firstOfMonth(1)
    ? lastMonth
    : `${lastMonth} AND day < '${firstOfMonth(-1)}'::date
        + ('${day(0)}'::date - '${firstOfMonth(0)}'::date)`;
/** The month before and this one. */
export const sinceLastMonth = `day >= '${firstOfMonth(-1)}'`;
/** The month before and this one, also on its first day, which has no charges yet. */
export const sinceCalendarMonth = `day >= '${firstOfMonth(-1, day(0))}'`;
const history = `day >= least('${firstOfMonth(-1)}'::date,
  '${day(0)}'::date - ${HISTORY_DAYS})`;
const quarter = { from: day(90), to: day(0) };
const inQuarter = within(quarter);
const year = { from: firstOfMonth(-12), to: firstOfMonth(1) };
const group = (key: string, where: string) =>
  `SELECT ${key} AS key, sum(effective) AS amount FROM rows WHERE ${where} GROUP BY 1`;
const ofComponent = (round: number) => `ref = '${componentRef(round)}'`;
const ofDepartment = (round: number) =>
  `team % ${DEPARTMENTS} = ${round % DEPARTMENTS}`;

/**
 * All that a summary says: beside its own amounts what nobody has of the cost of
 * everybody, and the days by category that its forecast is made of.
 */
const summary = (where: string) => `WITH own AS MATERIALIZED (
    SELECT day, category, sum(effective) AS amount FROM rows
    WHERE ${history} AND ${where} GROUP BY 1, 2),
  everybody AS MATERIALIZED (
    SELECT kind, sum(effective) AS amount FROM rows WHERE ${month} GROUP BY 1)
  SELECT 'monthToDate' AS key, sum(amount) AS amount FROM own WHERE ${month}
  UNION ALL SELECT 'direct', sum(amount) FROM own WHERE ${month}
  UNION ALL SELECT 'sameDaysLastMonth', sum(amount) FROM own WHERE ${sameDays}
  UNION ALL SELECT 'lastMonth', sum(amount) FROM own WHERE ${lastMonth}
  UNION ALL SELECT 'unallocated', coalesce(sum(amount), 0) FROM everybody
    WHERE kind = 'unallocated'`;
/** The same of several, without what everybody has. */
const summariesOf = (where: string) => `WITH own AS MATERIALIZED (
    SELECT ref, day, category, sum(effective) AS amount FROM rows
    WHERE ${history} AND ${where} GROUP BY 1, 2, 3)
  SELECT ref || ' monthToDate' AS key, sum(amount) AS amount FROM own
  WHERE ${month} GROUP BY 1
  UNION ALL SELECT ref || ' sameDaysLastMonth', sum(amount) FROM own
  WHERE ${sameDays} GROUP BY 1`;

const readSummary = (answer: Answer) =>
  new Map(
    (
      [
        'monthToDate',
        'direct',
        'sameDaysLastMonth',
        'lastMonth',
        'unallocated',
      ] as const
    ).map(name => [name, answer[name] ?? '0']),
  );
const readSummaries = ({ items = [] }: Answer) =>
  new Map(
    items.flatMap(({ entityRef, ...item }) =>
      (['monthToDate', 'sameDaysLastMonth'] as const).map(
        (name): [string, string] => [`${entityRef} ${name}`, item[name] ?? '0'],
      ),
    ),
  );
const readItems = ({ items = [] }: Answer) =>
  new Map(items.map(({ amount, key }) => [key ?? '', amount ?? '0']));
const readSeries = ({ series = [], starts = [] }: Answer) =>
  new Map(
    series.flatMap(({ amounts, key }) =>
      starts.map((start, index): [string, string] => [
        `${key} ${start}`,
        amounts[index] ?? '0',
      ]),
    ),
  );

/** What the least answer takes: of one component, today, which has no charges yet. */
export const leastPath = (round: number) =>
  `/series?entityRef=${componentRef(round)}&from=${day(0)}&to=${day(-1)}`;

const summaries = Array.from({ length: 50 }, (_, index) => componentRef(index));

/** The questions that the pages of cost ask. */
export const SHAPES: Shape[] = [
  {
    name: 'Summary of the organisation',
    path: () => '/summary',
    raw: () => summary('true'),
    read: readSummary,
  },
  {
    name: 'Summary of a component',
    path: round => `/summary?entityRef=${componentRef(round)}`,
    raw: round => summary(ofComponent(round)),
    read: readSummary,
  },
  {
    name: 'Summary of a department with 50 components',
    path: round => `/summary?entityRef=${departmentRef(round)}`,
    raw: round => summary(ofDepartment(round)),
    read: readSummary,
  },
  {
    name: 'Summaries of 50 components',
    path: () =>
      `/summaries?${summaries.map(ref => `entityRef=${ref}`).join('&')}`,
    raw: () =>
      summariesOf(`ref IN (${summaries.map(ref => `'${ref}'`).join(',')})`),
    read: readSummaries,
  },
  {
    name: 'Days of the organisation by service, 90 days',
    path: () =>
      `/series?groupBy=service&limit=20&from=${quarter.from}&to=${quarter.to}`,
    raw: () => `WITH top AS (SELECT service FROM rows WHERE ${inQuarter} GROUP BY 1
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
    raw: round =>
      group(`service || ' ' || day`, `${inQuarter} AND ${ofComponent(round)}`),
    read: readSeries,
  },
  {
    name: 'Months of the organisation by provider, 13 months',
    path: () =>
      `/series?groupBy=provider&granularity=month&from=${year.from}&to=${year.to}`,
    raw: () =>
      group(
        `provider || ' ' || date_trunc('month', day::timestamp)::date`,
        'true',
      ),
    read: readSeries,
  },
  {
    name: 'Organisation by component, this month',
    path: () => '/breakdown?groupBy=entity&limit=1000',
    raw: () => group('ref', month),
    read: readItems,
  },
  {
    name: 'Organisation by service, 13 months',
    path: () => `/breakdown?groupBy=service&from=${year.from}&to=${year.to}`,
    raw: () => group('service', 'true'),
    read: readItems,
  },
  {
    name: 'Organisation by team, 90 days',
    path: () => `/breakdown?groupBy=team&from=${quarter.from}&to=${quarter.to}`,
    raw: () => group(`'group:default/team-' || team`, inQuarter),
    read: readItems,
  },
  {
    name: 'Department by sub-account, 90 days',
    path: round =>
      `/breakdown?entityRef=${departmentRef(round)}&groupBy=subAccount&from=${
        quarter.from
      }&to=${quarter.to}`,
    raw: round => group('account', `${inQuarter} AND ${ofDepartment(round)}`),
    read: readItems,
  },
  {
    name: 'A service by region, 90 days',
    path: round =>
      `/breakdown?groupBy=region&service=service-${round % SERVICES}&from=${
        quarter.from
      }&to=${quarter.to}`,
    raw: round =>
      group(
        'region',
        `${inQuarter} AND service = 'service-${round % SERVICES}'`,
      ),
    read: readItems,
  },
];

/** The charges with all that the questions look at. */
export const RAW_ROWS = `WITH rows AS NOT MATERIALIZED (
  SELECT (c.charge_start AT TIME ZONE 'UTC')::date AS day, c.effective,
    d.provider, d.service_name AS service, d.region, d.sub_account_id AS account,
    d.charge_category AS category, c.key_id, g.id AS target_id, g.kind, g.ref, substring(e.owner_refs[1] FROM '\\d+$')::int AS team
  FROM charges c
  JOIN slices s ON s.import_id = c.import_id AND s.month = c.month
  JOIN dimensions d ON d.id = c.dimension_id
  JOIN key_targets t ON t.key_id = c.key_id AND t.version = 0
  JOIN targets g ON g.id = t.target_id
  LEFT JOIN entities e ON e.entity_ref = g.ref)`;

import {
  formatDate,
  formatPercent,
  formatRoundMoney,
  type Status,
} from '@atrium/ui';
import type { Money } from '@atrium/common';
import type { EntitySummary } from '@atrium/plugin-entity-summary-common';
import type { HealthTile } from './HealthTile';
import { tileTargets, type TileTarget } from './tileTargets';

type Parts = EntitySummary['parts'];
type PartId = keyof Parts;
type Value<Id extends PartId> = Extract<Parts[Id], { state: 'ready' }>['value'];
type TileFacts = Pick<HealthTile, 'status' | 'word' | 'figure' | 'detail'>;

const TITLES: Record<PartId, string> = {
  delivery: 'Delivery',
  slo: 'SLOs',
  runtime: 'Runtime',
  level: 'Level',
  cost: 'Cost this month',
  findings: 'Security findings',
};

/** What the strip shows, in its order: all that applies to the kind of entity. */
export function toHealthTiles(
  { entity, parts }: EntitySummary,
  baseHref: string,
): HealthTile[] {
  const targets = tileTargets(entity, baseHref);
  const tiles = [
    toTile({
      id: 'delivery',
      part: parts.delivery,
      target: targets.delivery,
      describe: describeDelivery,
    }),
    toTile({
      id: 'slo',
      part: parts.slo,
      target: targets.slo,
      describe: describeSlo,
    }),
    toTile({
      id: 'runtime',
      part: parts.runtime,
      target: targets.runtime,
      describe: describeRuntime,
    }),
    toTile({
      id: 'level',
      part: parts.level,
      target: targets.level,
      describe: describeLevel,
    }),
    toTile({
      id: 'cost',
      part: parts.cost,
      target: targets.cost,
      describe: describeCost,
    }),
    toTile({
      id: 'findings',
      part: parts.findings,
      target: targets.findings,
      describe: describeFindings,
    }),
  ];
  return tiles.filter(tile => tile !== undefined);
}

interface TileSource<Id extends PartId> {
  id: Id;
  part:
    | { state: 'ready'; value: Value<Id> }
    | Exclude<Parts[Id], { state: 'ready' }>;
  target: TileTarget | undefined;
  describe(value: Value<Id>): TileFacts;
}

function toTile<Id extends PartId>(
  source: TileSource<Id>,
): HealthTile | undefined {
  const { id, part, target, describe } = source;
  const tile = { id, title: TITLES[id], href: target?.href };
  switch (part.state) {
    case 'ready':
      return { ...tile, ...describe(part.value) };
    case 'unavailable':
      return {
        ...tile,
        status: 'unknown',
        word: part.reason === 'late' ? 'No answer yet' : 'Could not be read',
        detail: 'The rest of the page is not affected.',
      };
    case 'hidden':
      return undefined;
    case 'absent':
      return target?.add
        ? {
            ...tile,
            status: 'unknown',
            word: 'Not measured',
            detail: target.add.words,
            href: target.add.href,
          }
        : undefined;
    default:
      return part satisfies never;
  }
}

function describeDelivery(value: Value<'delivery'>): TileFacts {
  const { status, openIncidents, version, finishedRuns, failedRuns } = value;
  const passed = `${finishedRuns - failedRuns} of ${finishedRuns}`;
  const runs = version
    ? `${failedRuns} of ${finishedRuns} runs failed in 7 days`
    : 'runs passed in 7 days';
  const words: Record<typeof status, [Status, string]> = {
    incident: [
      'bad',
      openIncidents > 1 ? `${openIncidents} incidents` : 'Incident',
    ],
    failed: ['bad', 'Pipeline failed'],
    running: ['running', 'Running'],
    passed: ['good', 'Passed'],
    unknown: ['unknown', 'No run'],
  };
  const [shown, word] = words[status];
  return {
    status: shown,
    word,
    // Several services have no version in common.
    figure: version ?? (finishedRuns > 0 ? passed : undefined),
    detail: finishedRuns > 0 ? runs : 'No run in 7 days',
  };
}

function describeSlo(value: Value<'slo'>): TileFacts {
  const { slos, state, budgetRemaining, firingAlerts } = value;
  const words: Record<typeof state, [Status, string]> = {
    breached: ['bad', 'Breached'],
    'at-risk': ['warning', 'At risk'],
    'no-data': ['unknown', 'No data'],
    'not-enough-traffic': ['unknown', 'Not enough traffic'],
    ok: ['good', 'Within budget'],
  };
  const [status, word] = words[state];
  const count = slos === 1 ? '1 SLO' : `${slos} SLOs`;
  const alerts = firingAlerts === 1 ? '1 alert' : `${firingAlerts} alerts`;
  return {
    status: firingAlerts > 0 ? 'bad' : status,
    word,
    figure:
      budgetRemaining === undefined ? undefined : budgetFigure(budgetRemaining),
    detail: [
      budgetRemaining !== undefined && 'least budget left',
      firingAlerts > 0 ? `${alerts} firing` : `of ${count}`,
    ]
      .filter(Boolean)
      .join(firingAlerts > 0 ? ', ' : ' '),
  };
}

/** An SLO that has hardly any data yet may have spent a hundred budgets. */
function budgetFigure(budgetRemaining: number): string {
  const shown = Math.max(budgetRemaining, -10);
  const figure = formatPercent(shown).replace('-', '−');
  return shown > budgetRemaining ? `Below ${figure}` : figure;
}

function describeRuntime(value: Value<'runtime'>): TileFacts {
  const { health, workloads, desiredPods, readyPods, reason } = value;
  const words: Record<typeof health, string> = {
    bad: 'Degraded',
    warning: 'Degraded',
    good: 'Healthy',
    unknown: 'Stopped',
  };
  return {
    status: health,
    word: words[health],
    figure: `${readyPods} of ${desiredPods}`,
    detail:
      reason ??
      `pods ready in ${workloads} ${
        workloads === 1 ? 'workload' : 'workloads'
      }`,
  };
}

function describeLevel(value: Value<'level'>): TileFacts {
  const { level, rank, levels, failing, score, since, scorecardTitle } = value;
  const failed = failing === 1 ? '1 check fails' : `${failing} checks fail`;
  return {
    status: value.health,
    word: failing > 0 ? failed : 'All checks pass',
    figure: level ?? (rank === 0 ? 'No level' : undefined),
    detail: [
      scorecardTitle,
      score !== undefined && formatPercent(score),
      since && level && `since ${formatDate(since)}`,
      !since && rank !== undefined && `${rank} of ${levels}`,
    ]
      .filter(Boolean)
      .join(', '),
  };
}

function describeCost(value: Value<'cost'>): TileFacts {
  const { monthToDate, sameDaysLastMonth, forecast, budget, budgetState } =
    value;
  const words: Record<NonNullable<typeof budgetState>, string> = {
    within: 'Within budget',
    'at-risk': 'Budget at risk',
    over: 'Over budget',
  };
  const change = sameDaysLastMonth && changeOf(monthToDate, sameDaysLastMonth);
  return {
    status: budgetState === undefined ? 'unknown' : value.health,
    word: budgetState === undefined ? 'No budget' : words[budgetState],
    figure: formatRoundMoney(monthToDate),
    detail: [
      change && `${change} on last month`,
      forecast && `${formatRoundMoney(forecast)} expected`,
      !forecast && budget && `of ${formatRoundMoney(budget)}`,
    ]
      .filter(Boolean)
      .join(', '),
  };
}

function describeFindings(value: Value<'findings'>): TileFacts {
  const { health, open, overdue, bySeverity } = value;
  const { critical = 0, high = 0 } = bySeverity;
  return {
    status: health,
    word: overdue > 0 ? `${overdue} overdue` : wordOfFindings(open),
    figure: `${open} open`,
    detail:
      open > 0 ? `${critical} critical, ${high} high` : 'At the last scan',
  };
}

function wordOfFindings(open: number): string {
  return open === 0 ? 'None open' : 'None overdue';
}

/** How much more or less it is, in words; undefined where there was nothing. */
function changeOf(now: Money, before: Money): string | undefined {
  const base = Number(before.amount);
  if (base === 0 || now.currency !== before.currency) {
    return undefined;
  }
  const percent = Math.round((Number(now.amount) / base - 1) * 100);
  // Of next to nothing, or where a cost became a credit, it would say nothing.
  if (base < 0 || percent < -100 || percent > 1_000) {
    return undefined;
  }
  return percent < 0 ? `−${-percent}%` : `+${percent}%`;
}

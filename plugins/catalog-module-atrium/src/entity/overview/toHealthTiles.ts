import {
  costTitle,
  formatBudgetLeft,
  formatDate,
  formatMonthName,
  formatPercentChange,
  formatRoundMoney,
  formatShare,
  readField,
  type Status,
} from '@atrium/ui';
import { monthBefore } from '@atrium/common';
import type { EntitySummary } from '@atrium/plugin-entity-summary-common';
import { t } from '../../translation';
import type { HealthTile } from './HealthTile';
import { tileTargets, type TileTarget } from './tileTargets';

type Parts = EntitySummary['parts'];
type PartId = keyof Parts;
type Value<Id extends PartId> = Extract<Parts[Id], { state: 'ready' }>['value'];
type TileFacts = Pick<HealthTile, 'status' | 'word' | 'figure' | 'detail'> &
  Partial<Pick<HealthTile, 'title'>>;

const TITLES: Record<PartId, string> = {
  get delivery() {
    return t('toHealthTiles.delivery');
  },
  get slo() {
    return t('toHealthTiles.slos');
  },
  get runtime() {
    return t('toHealthTiles.runtime');
  },
  get provisioning() {
    return t('toHealthTiles.resource');
  },
  get level() {
    return t('toHealthTiles.level');
  },
  get cost() {
    return costTitle();
  },
  get findings() {
    return t('toHealthTiles.securityFindings');
  },
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
      id: 'provisioning',
      part: parts.provisioning,
      target: targets.provisioning && {
        href: hrefOfResource(parts.provisioning),
      },
      describe: describeProvisioned,
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

/** What the portal made has a page of its own. */
function hrefOfResource(part: Parts['provisioning']): string | undefined {
  return part.state === 'ready'
    ? `/provisioning/resources/${part.value.resourceId}`
    : undefined;
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
        word:
          part.reason === 'late'
            ? t('toHealthTiles.noAnswerYet')
            : t('toHealthTiles.couldNotBeRead'),
        detail: t('toHealthTiles.theRestOfThePage'),
      };
    case 'hidden':
      return undefined;
    case 'absent':
      return target?.add
        ? {
            ...tile,
            status: 'unknown',
            word: t('toHealthTiles.notMeasured'),
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
  const passed = t('toHealthTiles.runsPassed', {
    passed: finishedRuns - failedRuns,
    finished: finishedRuns,
  });
  const runs = version
    ? t('toHealthTiles.runsFailed', { failedRuns, finishedRuns })
    : t('toHealthTiles.runsPassedIn7Days');
  const words: Record<typeof status, [Status, string]> = {
    incident: ['bad', t('toHealthTiles.incidents', { count: openIncidents })],
    failed: ['bad', t('toHealthTiles.pipelineFailed')],
    running: ['running', t('toHealthTiles.running')],
    passed: ['good', t('toHealthTiles.passed')],
    unknown: ['unknown', t('toHealthTiles.noRun')],
  };
  const [shown, word] = words[status];
  return {
    status: shown,
    word,
    // Several services have no version in common.
    figure: version ?? (finishedRuns > 0 ? passed : undefined),
    detail: finishedRuns > 0 ? runs : t('toHealthTiles.noRunIn7Days'),
  };
}

function describeSlo(value: Value<'slo'>): TileFacts {
  const { slos, state, budgetRemaining, firingAlerts } = value;
  const words: Record<typeof state, [Status, string]> = {
    breached: ['bad', t('toHealthTiles.breached')],
    'at-risk': ['warning', t('toHealthTiles.atRisk')],
    'no-data': ['unknown', t('toHealthTiles.noData')],
    'not-enough-traffic': ['unknown', t('toHealthTiles.notEnoughTraffic')],
    ok: ['good', t('toHealthTiles.withinBudget')],
  };
  const [status, word] = words[state];
  const count = t('toHealthTiles.slos2', { count: slos });
  const alerts = t('toHealthTiles.alerts', { count: firingAlerts });
  return {
    status: firingAlerts > 0 ? 'bad' : status,
    word,
    figure:
      budgetRemaining === undefined
        ? undefined
        : formatBudgetLeft(budgetRemaining),
    detail: [
      budgetRemaining !== undefined && t('toHealthTiles.leastBudgetLeft'),
      firingAlerts > 0
        ? t('toHealthTiles.firing', { alerts })
        : t('toHealthTiles.of', { number: count }),
    ]
      .filter(Boolean)
      .join(firingAlerts > 0 ? ', ' : ' '),
  };
}

function describeRuntime(value: Value<'runtime'>): TileFacts {
  const { health, workloads, desiredPods, readyPods } = value;
  const words: Record<typeof health, string> = {
    bad: t('toHealthTiles.degraded'),
    warning: t('toHealthTiles.degraded'),
    good: t('toHealthTiles.healthy'),
    unknown: t('toHealthTiles.stopped'),
  };
  return {
    status: health,
    word: words[health],
    figure: t('toHealthTiles.of2', { readyPods, desiredPods }),
    detail:
      readField(value, 'reason') ??
      t('toHealthTiles.podsReadyInWorkloads', { count: workloads }),
  };
}

function describeProvisioned(value: Value<'provisioning'>): TileFacts {
  const { health, isSuspended, differences } = value;
  const words: Record<typeof health, string> = {
    bad: t('toHealthTiles.degraded'),
    warning: isSuspended
      ? t('toHealthTiles.suspended')
      : t('toHealthTiles.needsAttention'),
    good: t('toHealthTiles.healthy'),
    unknown: t('toHealthTiles.notMeasured'),
  };
  const hasDrift = differences > 0;
  return {
    status: health,
    word: words[health],
    figure: hasDrift
      ? t('toHealthTiles.differences', { count: differences })
      : t('toHealthTiles.noDrift'),
    detail:
      readField(value, 'reason') ??
      (hasDrift
        ? t('toHealthTiles.notAsItWasMade')
        : t('toHealthTiles.asItWasMade')),
  };
}

function describeLevel(value: Value<'level'>): TileFacts {
  const { level, rank, levels, failing, score, since, scorecardTitle } = value;
  const failed = t('toHealthTiles.checksFail', { count: failing });
  return {
    status: value.health,
    word: failing > 0 ? failed : t('toHealthTiles.allChecksPass'),
    figure: level ?? (rank === 0 ? t('toHealthTiles.noLevel') : undefined),
    detail: [
      scorecardTitle,
      score !== undefined && formatShare(score),
      since && level && t('toHealthTiles.since', { since: formatDate(since) }),
      !since && rank !== undefined && t('toHealthTiles.of3', { rank, levels }),
    ]
      .filter(Boolean)
      .join(', '),
  };
}

function describeCost(value: Value<'cost'>): TileFacts {
  const { month, monthToDate, forecast, budget, budgetState } = value;
  const words: Record<NonNullable<typeof budgetState>, string> = {
    within: t('toHealthTiles.withinBudget'),
    'at-risk': t('toHealthTiles.budgetAtRisk'),
    over: t('toHealthTiles.overBudget'),
  };
  return {
    title: costTitle([{ cost: value }]),
    status: budgetState === undefined ? 'unknown' : value.health,
    word:
      budgetState === undefined
        ? t('toHealthTiles.noBudget')
        : words[budgetState],
    figure: formatRoundMoney(monthToDate),
    detail: [
      month && changeOn(monthBefore(month), value),
      forecast &&
        t('toHealthTiles.expected', { forecast: formatRoundMoney(forecast) }),
      !forecast &&
        budget &&
        t('toHealthTiles.of4', { budget: formatRoundMoney(budget) }),
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
    word:
      overdue > 0
        ? t('toHealthTiles.overdue', { overdue })
        : wordOfFindings(open),
    figure: t('toHealthTiles.open', { open }),
    detail:
      open > 0
        ? t('toHealthTiles.criticalHigh', { critical, high })
        : t('toHealthTiles.atTheLastScan'),
  };
}

function wordOfFindings(open: number): string {
  return open === 0
    ? t('toHealthTiles.noneOpen')
    : t('toHealthTiles.noneOverdue');
}

/** How much more or less than in the same days of a month, where there was something. */
function changeOn(
  month: string,
  { monthToDate: now, sameDaysLastMonth: before }: Value<'cost'>,
): string | undefined {
  if (!before) {
    return undefined;
  }
  const base = Number(before.amount);
  if (base === 0 || now.currency !== before.currency) {
    return undefined;
  }
  const ratio = Number(now.amount) / base - 1;
  // Of next to nothing, or where a cost became a credit, it would say nothing.
  if (base < 0 || ratio < -1 || ratio > 10) {
    return undefined;
  }
  return t('toHealthTiles.onTheSameDays', {
    change: formatPercentChange(ratio),
    month: formatMonthName(month),
  });
}

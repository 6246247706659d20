import type { DoraConfig } from '../../config/readDeliveryConfig';
import type { LeadTimeStartCount } from '../../model/doraCounts';
import type {
  DoraChange,
  DoraDeployment,
  DoraFigures,
  DoraIncident,
  DoraInput,
} from '../../model/DoraInput';
import { DayTable } from './DayTable';
import { findFirstReleases } from './findFirstReleases';
import {
  findCause,
  readReleaseHistory,
  type ReleaseHistory,
} from './readReleaseHistory';

/** A time during which production was not well, and which is over. */
interface Outage {
  from: number;
  to: number;
}

/**
 * Computes the figures of one entity, day by day, from its whole history.
 *
 * @remarks The definitions are in the README. Computing all of it, rather than
 * adding up events, is what makes late events, roll-backs and corrections come
 * out right.
 */
export function computeDora(input: DoraInput, config: DoraConfig): DoraFigures {
  const days = new DayTable();
  const history = readReleaseHistory(input.deployments);
  countReleases(days, history);
  const changes = measureLeadTimes(input, config, { history, days });
  const causes = measureFailures(input.incidents, config, { history, days });
  return { days: days.toDays(), changes, causes };
}

function countReleases(days: DayTable, history: ReleaseHistory): void {
  for (const { at } of history.releases) {
    days.count(at, 'deployments');
  }
  for (const { at } of history.redeployments) {
    days.count(at, 'redeployment');
  }
  for (const { at } of history.rollbacks) {
    days.count(at, 'rollback');
  }
  for (const { at } of history.rollbacksOfNothing) {
    days.count(at, 'rollbackOfNothing');
  }
}

function measureLeadTimes(
  input: DoraInput,
  config: DoraConfig,
  { history, days }: { history: ReleaseHistory; days: DayTable },
): DoraFigures['changes'] {
  const { releaseOf, unknown } = findFirstReleases(
    history.releases,
    input.changes,
  );
  for (const { at } of unknown) {
    days.count(at, 'unknownCommit');
  }
  const measured: DoraFigures['changes'] = new Map();
  for (const change of input.changes) {
    const release = releaseOf.get(change.id);
    if (!release) {
      days.count(change.mergedAt, 'notDeployedYet');
      continue;
    }
    const { startedAt, counted } = findStart(change, config);
    const leadSeconds = toDuration(
      startedAt,
      release.at,
      config.clockSkewToleranceMs,
    );
    measured.set(change.id, { deployedAt: release.at, leadSeconds });
    if (leadSeconds === undefined) {
      days.count(release.at, 'changeClockSkew');
      continue;
    }
    days.sample(release.at, 'leadSeconds', leadSeconds);
    if (counted) {
      days.count(release.at, counted);
    }
  }
  return measured;
}

/**
 * When work on a change began, as far as that is known: not every emitter can
 * tell its first commit.
 */
function findStart(
  { firstCommitAt, openedAt, mergedAt }: DoraChange,
  { leadTimeFrom }: DoraConfig,
): { startedAt: number; counted?: LeadTimeStartCount } {
  if (leadTimeFrom === 'first-commit') {
    if (firstCommitAt !== undefined) {
      return { startedAt: firstCommitAt };
    }
    if (openedAt !== undefined) {
      return { startedAt: openedAt, counted: 'leadFromOpening' };
    }
  }
  return { startedAt: mergedAt, counted: 'leadFromMerge' };
}

function measureFailures(
  incidents: DoraIncident[],
  config: DoraConfig,
  { history, days }: { history: ReleaseHistory; days: DayTable },
): DoraFigures['causes'] {
  const causes: DoraFigures['causes'] = new Map();
  const failed = new Map<string, DoraDeployment>();
  const outages: Outage[] = [];
  for (const incident of incidents) {
    const { detectedAt, resolvedAt } = incident;
    const cause = findCause(incident, history.releases, config.failureWindowMs);
    if (cause) {
      causes.set(incident.id, cause.id);
      failed.set(cause.id, cause);
    } else if (config.restoreOf === 'failed-deployments') {
      days.count(detectedAt, 'notAfterDeployment');
      continue;
    }
    if (resolvedAt === undefined) {
      // An end that was never told is not to hide what came later and was restored.
      days.count(detectedAt, 'notRestoredYet');
    } else if (resolvedAt < detectedAt - config.clockSkewToleranceMs) {
      days.count(detectedAt, 'incidentClockSkew');
    } else {
      outages.push({ from: detectedAt, to: Math.max(detectedAt, resolvedAt) });
    }
  }
  for (const release of history.releases) {
    const rolledBackAt = history.rolledBackAt.get(release.id);
    // Where there is an incident, it knows better when things were well again.
    if (rolledBackAt !== undefined && !failed.has(release.id)) {
      outages.push({ from: release.at, to: rolledBackAt });
      failed.set(release.id, release);
    }
  }
  for (const { at } of failed.values()) {
    days.count(at, 'failedDeployments');
  }
  for (const { from, to } of mergeOutages(outages)) {
    days.sample(to, 'restoreSeconds', toSeconds(to - from));
  }
  return causes;
}

/** Outages that overlap or touch are one: from its first to its last moment. */
function mergeOutages(outages: Outage[]): Outage[] {
  const merged: Outage[] = [];
  for (const outage of [...outages].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && outage.from <= last.to) {
      last.to = Math.max(last.to, outage.to);
    } else {
      merged.push({ ...outage });
    }
  }
  return merged;
}

/** Seconds; zero when the clocks differ a little, none when by more. */
function toDuration(
  from: number,
  to: number,
  toleranceMs: number,
): number | undefined {
  return to < from - toleranceMs
    ? undefined
    : Math.max(0, toSeconds(to - from));
}

/** What the database can hold, for clocks that have never been set. */
const MAX_SECONDS = 2 ** 31 - 1;

function toSeconds(milliseconds: number): number {
  return Math.min(Math.round(milliseconds / 1000), MAX_SECONDS);
}

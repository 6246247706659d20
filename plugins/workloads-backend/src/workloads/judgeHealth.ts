import type { WorkloadHealth } from '@atrium/plugin-workloads-common';
import type { WorkloadObject } from './WorkloadObject';

/** How a workload is, and why. */
export interface HealthJudgement {
  health: WorkloadHealth;
  healthReason: string;
}

/** Pods whose status says that waiting will not help. */
const HOPELESS =
  /BackOff|^Err|^Invalid|Error$|OOMKilled|CreateContainer|Unschedulable/;

/**
 * Judges a workload.
 *
 * @param podStatuses - those of its pods, as far as they are known
 */
export function judgeHealth(
  workload: WorkloadObject,
  podStatuses: string[] = [],
): HealthJudgement {
  const { replicas, schedule } = workload;
  if (schedule) {
    return judgeSchedule(schedule);
  }
  const { desired = 0, ready = 0 } = replicas ?? {};
  if (desired === 0) {
    return { health: 'stopped', healthReason: 'Scaled to zero.' };
  }
  const readiness = `${ready} of ${desired} pods are ready`;
  const deadline = workload.conditions.find(
    ({ type, reason }) =>
      type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
  );
  const hopeless = podStatuses.find(status => HOPELESS.test(status));
  if (ready < desired && hopeless) {
    return { health: 'degraded', healthReason: `${readiness}: ${hopeless}.` };
  }
  if (deadline) {
    return {
      health: 'degraded',
      healthReason: `${readiness}; the roll-out took too long.`,
    };
  }
  if (workload.isRollingOut) {
    return {
      health: 'progressing',
      healthReason: workload.isPaused
        ? `A roll-out is paused; ${readiness}.`
        : `A roll-out is under way; ${readiness}.`,
    };
  }
  return ready < desired
    ? { health: 'degraded', healthReason: `${readiness}.` }
    : { health: 'healthy', healthReason: `${readiness}.` };
}

function judgeSchedule(
  schedule: NonNullable<WorkloadObject['schedule']>,
): HealthJudgement {
  const { isSuspended, lastFailedAt, lastSucceededAt, activeJobs } = schedule;
  if (isSuspended) {
    return { health: 'stopped', healthReason: 'Suspended.' };
  }
  if (lastFailedAt && lastFailedAt > (lastSucceededAt ?? '')) {
    return { health: 'degraded', healthReason: 'The last job failed.' };
  }
  if (activeJobs > 0) {
    return { health: 'progressing', healthReason: 'A job is running.' };
  }
  return {
    health: 'healthy',
    healthReason: lastSucceededAt
      ? 'The last job succeeded.'
      : 'No job has finished yet.',
  };
}

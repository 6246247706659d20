import type { FieldMessages, MessageDescriptor } from '@atrium/common';
import type { WorkloadHealth } from '@atrium/plugin-workloads-common';
import { words } from '../workloadWords';
import type { WorkloadObject } from './WorkloadObject';

/** How a workload is, and why. */
export interface HealthJudgement {
  health: WorkloadHealth;
  healthReason: string;
  messages: FieldMessages;
}

/** Pods whose status, also of an init container, says that waiting will not help. */
const HOPELESS =
  /BackOff|^(Init:)?(Err|Invalid)|Error$|OOMKilled|CreateContainer|Unschedulable/;

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
    return say('stopped', words.describe('workloads.health.stopped'));
  }
  const readiness = { ready, desired };
  const deadline = workload.conditions.find(
    ({ type, reason }) =>
      type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
  );
  const status = podStatuses.find(one => HOPELESS.test(one));
  if (ready < desired && status) {
    return say(
      'degraded',
      words.describe('workloads.health.readyBut', { ...readiness, status }),
    );
  }
  if (deadline) {
    return say(
      'degraded',
      words.describe('workloads.health.tooLong', readiness),
    );
  }
  if (workload.isRollingOut) {
    return say(
      'progressing',
      words.describe(
        workload.isPaused
          ? 'workloads.health.paused'
          : 'workloads.health.rollingOut',
        readiness,
      ),
    );
  }
  return say(
    ready < desired ? 'degraded' : 'healthy',
    words.describe('workloads.health.ready', readiness),
  );
}

function judgeSchedule(
  schedule: NonNullable<WorkloadObject['schedule']>,
): HealthJudgement {
  const { isSuspended, lastFailedAt, lastSucceededAt, activeJobs } = schedule;
  if (isSuspended) {
    return say('stopped', words.describe('workloads.health.suspended'));
  }
  if (lastFailedAt && lastFailedAt > (lastSucceededAt ?? '')) {
    return say('degraded', words.describe('workloads.health.failedJob'));
  }
  if (activeJobs > 0) {
    return say('progressing', words.describe('workloads.health.jobRuns'));
  }
  return say(
    'healthy',
    words.describe(
      lastSucceededAt
        ? 'workloads.health.jobSucceeded'
        : 'workloads.health.noJob',
    ),
  );
}

function say(
  health: WorkloadHealth,
  healthReason: MessageDescriptor,
): HealthJudgement {
  return { health, ...words.fields({ healthReason }) };
}

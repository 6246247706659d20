import type { DoraDayExclusions } from '../dora/doraInput';

/** The columns of `dora_rollups` that count what was left out. */
export const exclusionColumns: Record<keyof DoraDayExclusions, string> = {
  rollback: 'rollback',
  redeployment: 'redeployment',
  rollbackOfNothing: 'rollback_of_nothing',
  unknownCommit: 'unknown_commit',
  notDeployedYet: 'not_deployed_yet',
  noStartTime: 'no_start_time',
  changeClockSkew: 'change_clock_skew',
  notAfterDeployment: 'not_after_deployment',
  notRestoredYet: 'not_restored_yet',
  incidentClockSkew: 'incident_clock_skew',
};

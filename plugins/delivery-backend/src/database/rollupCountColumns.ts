import type { DoraDayExclusions, DoraDayStarts } from '../model/DoraInput';

/** The columns of `dora_rollups` that count what is said about the samples. */
export const rollupCountColumns: Record<
  keyof DoraDayExclusions | keyof DoraDayStarts,
  string
> = {
  rollback: 'rollback',
  redeployment: 'redeployment',
  rollbackOfNothing: 'rollback_of_nothing',
  unknownCommit: 'unknown_commit',
  notDeployedYet: 'not_deployed_yet',
  changeClockSkew: 'change_clock_skew',
  notAfterDeployment: 'not_after_deployment',
  notRestoredYet: 'not_restored_yet',
  incidentClockSkew: 'incident_clock_skew',
  leadFromOpening: 'lead_from_opening',
  leadFromMerge: 'lead_from_merge',
};

import type { AttentionKind } from '@atrium/plugin-entity-summary-common';
import {
  type RemixiconComponentType,
  RiAlarmWarningLine,
  RiBugLine,
  RiDatabase2Line,
  RiFlagLine,
  RiFlowChart,
  RiFocus3Line,
  RiGitPullRequestLine,
  RiHourglassLine,
  RiPlugLine,
  RiServerLine,
  RiShieldCheckLine,
  RiStackLine,
} from '@remixicon/react';

/** What stands before something that waits but is not wrong: of what kind it is. */
export const KIND_ICONS: Record<AttentionKind, RemixiconComponentType> = {
  incident: RiAlarmWarningLine,
  'slo-alert': RiFocus3Line,
  'slo-breached': RiFocus3Line,
  'pipeline-failed': RiFlowChart,
  'workload-degraded': RiServerLine,
  'finding-overdue': RiBugLine,
  approval: RiGitPullRequestLine,
  'resource-attention': RiDatabase2Line,
  'lease-expiring': RiHourglassLine,
  'exemption-request': RiShieldCheckLine,
  'initiative-due': RiFlagLine,
  'breaking-change': RiPlugLine,
  'catalog-problem': RiStackLine,
};

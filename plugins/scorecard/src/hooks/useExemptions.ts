import { usePermission } from '@backstage/plugin-permission-react';
import {
  type CreateExemption,
  type ExemptionQuery,
  scorecardExemptionRequestPermission,
} from '@atrium/plugin-scorecard-common';
import type { ExemptionDecision } from '../api/ScorecardApi';
import { useScorecardMutation, useScorecardQuery } from './scorecardHooks';

const MAX_EXEMPTIONS = 200;

/** Exemptions that fit a query, the newest first. */
export const useExemptions = (query: ExemptionQuery) =>
  useScorecardQuery(['exemptions', query], api =>
    api.listExemptions({ ...query, limit: MAX_EXEMPTIONS }),
  );

/** Those that wait for the reader's decision. */
export const useExemptionsToDecide = () =>
  useExemptions({ state: 'waiting', isMineToDecide: true });

/** What is passed over, by scorecard. */
export const useExemptionDebt = () =>
  useScorecardQuery(['exemption-debt'], api => api.getExemptionDebt());

/** Asks that a check is passed over for a while. */
export const useCreateExemption = () =>
  useScorecardMutation((api, exemption: CreateExemption) =>
    api.createExemption(exemption),
  );

/** Grants, refuses, revokes or withdraws one. */
export const useDecideExemption = () =>
  useScorecardMutation((api, decision: ExemptionDecision) =>
    api.decideExemption(decision),
  );

/** Whether the reader may ask for exemptions of an entity. */
export function useExemptionRight(resourceRef: string): boolean {
  return usePermission({
    permission: scorecardExemptionRequestPermission,
    resourceRef,
  }).allowed;
}

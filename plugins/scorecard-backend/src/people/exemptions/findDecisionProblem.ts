import type { StoredExemption } from './StoredExemption';

/** Whoever wants to decide, with all that they own themselves or by groups. */
export interface ExemptionDecider {
  userRef: string;
  memberRefs: readonly string[];
}

/**
 * Why somebody may not decide about an exemption; `undefined` where they may.
 * Whoever asked for it may not, even where they own the scorecard.
 */
export function findDecisionProblem(
  {
    approverRef,
    requestedBy,
  }: Pick<StoredExemption, 'approverRef' | 'requestedBy'>,
  { userRef, memberRefs }: ExemptionDecider,
): 'decide' | 'decideOwn' | undefined {
  if (userRef === requestedBy) {
    return 'decideOwn';
  }
  return memberRefs.includes(approverRef) ? undefined : 'decide';
}

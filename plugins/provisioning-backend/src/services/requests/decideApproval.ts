import type {
  Preview,
  ResourceDefinition,
} from '@atrium/plugin-provisioning-common';
import { words } from '../../provisioningWords';
import { toProblem } from './describeProblem';
import type { RequestProblem } from './ResourceProposal';

type Approval = Preview['approval'];

/** Whether somebody has to agree, why, and who may. */
export function decideApproval(
  { metadata, spec: { approval } }: ResourceDefinition,
  options: {
    /** Who decides where the definition names nobody. */
    platformRefs: readonly string[];
    /** Reasons that lie outside of the definition. */
    reasons: Approval['reasons'];
  },
): Approval {
  const reasons: Approval['reasons'] = [
    ...(approval.required
      ? [
          {
            kind: 'definition' as const,
            ...words.fields({
              message: words.describe('provisioning.approval.definition', {
                definition: metadata.title ?? metadata.name,
              }),
            }),
          },
        ]
      : []),
    ...options.reasons,
  ];
  const isRequired = reasons.length > 0;
  return {
    isRequired,
    reasons,
    approverRefs: isRequired
      ? approval.approvers ?? [...options.platformRefs]
      : [],
  };
}

/** Says that somebody has to agree, and nobody may; `undefined` otherwise. */
export function findApproverProblem({
  isRequired,
  approverRefs,
}: Approval): RequestProblem | undefined {
  return isRequired && approverRefs.length === 0
    ? toProblem('definition', words.describe('provisioning.problem.noApprover'))
    : undefined;
}

/** Why somebody may not decide, and who may; nobody but administrators for none. */
export interface DecisionRefusal {
  reason: 'ownRequest' | 'decide';
  approverRefs: string[];
}

/**
 * Why somebody may not decide about a request; `undefined` where they may.
 *
 * @param request - who asked, and who may decide
 * @param account - who wants to, with the groups that they are a member of
 */
export function findDecisionRefusal(
  request: { requesterRef: string; approverRefs: readonly string[] },
  account: { userRef: string; memberRefs: readonly string[] },
): DecisionRefusal | undefined {
  const approverRefs = request.approverRefs.filter(
    ref => ref !== request.requesterRef,
  );
  if (account.userRef === request.requesterRef) {
    return { reason: 'ownRequest', approverRefs };
  }
  return request.approverRefs.some(
    ref => ref === account.userRef || account.memberRefs.includes(ref),
  )
    ? undefined
    : { reason: 'decide', approverRefs };
}

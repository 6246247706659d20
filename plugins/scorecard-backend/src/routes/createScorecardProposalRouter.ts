import {
  createProposalRouter,
  type ProposalRouterOptions,
} from '@atrium/backend-common';
import type { TextProblem } from '@atrium/common';
import {
  checkScorecardProposalSchema,
  createScorecardProposalSchema,
  scorecardProposalQuerySchema,
  type ScorecardProposalSubject,
} from '@atrium/plugin-scorecard-common';
import type { Router } from 'express';
import type { ScorecardProposalSubjects } from '../proposals/ScorecardProposalSubjects';

/** What the routes of proposals need. */
export interface ScorecardProposalRouterOptions
  extends Omit<
    ProposalRouterOptions<ScorecardProposalSubject, TextProblem>,
    'eventId' | 'schemas' | 'findSubject'
  > {
  proposalSubjects: ScorecardProposalSubjects;
}

/** Scorecards that are written in the portal. */
export function createScorecardProposalRouter(
  options: ScorecardProposalRouterOptions,
): Router {
  const { proposalSubjects } = options;
  return createProposalRouter<ScorecardProposalSubject, TextProblem>({
    ...options,
    eventId: 'scorecard-propose',
    schemas: {
      subject: scorecardProposalQuerySchema,
      check: checkScorecardProposalSchema,
      create: createScorecardProposalSchema,
    },
    findSubject: (subject, caller) => proposalSubjects.find(subject, caller),
  });
}

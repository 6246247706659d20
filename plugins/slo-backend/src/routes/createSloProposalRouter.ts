import {
  createProposalRouter,
  type ProposalRouterOptions,
} from '@atrium/backend-common';
import {
  checkSloProposalSchema,
  createSloProposalSchema,
  type OpenSloProblem,
  sloProposalQuerySchema,
} from '@atrium/plugin-slo-common';
import type { Router } from 'express';
import type { SloProposalSubjects } from '../services/proposals/SloProposalSubjects';

/** What the routes of proposals need. */
export interface SloProposalRouterOptions
  extends Omit<
    ProposalRouterOptions<{ entityRef: string }, OpenSloProblem>,
    'eventId' | 'schemas' | 'findSubject'
  > {
  proposalSubjects: SloProposalSubjects;
}

/** SLOs that are written in the portal. */
export function createSloProposalRouter(
  options: SloProposalRouterOptions,
): Router {
  const { proposalSubjects } = options;
  return createProposalRouter<{ entityRef: string }, OpenSloProblem>({
    ...options,
    eventId: 'definition-propose',
    schemas: {
      subject: sloProposalQuerySchema,
      check: checkSloProposalSchema,
      create: createSloProposalSchema,
    },
    findSubject: (subject, caller) => proposalSubjects.find(subject, caller),
  });
}

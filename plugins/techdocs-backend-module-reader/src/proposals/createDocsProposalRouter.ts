import {
  createProposalRouter,
  type ProposalRouterOptions,
} from '@atrium/backend-common';
import type { TextProblem } from '@atrium/common';
import {
  checkDocsProposalSchema,
  createDocsProposalSchema,
  docsProposalQuerySchema,
  type DocsProposalSubject,
} from '@atrium/plugin-techdocs-common';
import type { Router } from 'express';
import type { DocsProposalSubjects } from './DocsProposalSubjects';

interface DocsProposalRouterOptions
  extends Omit<
    ProposalRouterOptions<DocsProposalSubject, TextProblem>,
    'eventId' | 'schemas' | 'findSubject'
  > {
  proposalSubjects: DocsProposalSubjects;
}

/** Pages that are written in the portal. */
export function createDocsProposalRouter(
  options: DocsProposalRouterOptions,
): Router {
  const { proposalSubjects } = options;
  return createProposalRouter<DocsProposalSubject, TextProblem>({
    ...options,
    eventId: 'page-propose',
    schemas: {
      subject: docsProposalQuerySchema,
      check: checkDocsProposalSchema,
      create: createDocsProposalSchema,
    },
    findSubject: (subject, caller) => proposalSubjects.find(subject, caller),
  });
}

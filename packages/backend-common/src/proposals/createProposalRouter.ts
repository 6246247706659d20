import {
  type CheckProposal,
  type CreateProposal,
  type TextProblem,
  MAX_PROPOSAL_LENGTH,
  parseInput,
  parseQuery,
} from '@atrium/common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import express, { type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { z } from 'zod';
import { audited, type AuditedServices } from '../audited';
import { readJson } from '../readJson';
import {
  type RequiredPermissions,
  requirePermissions,
} from '../requirePermissions';
import type { ScopeOptions } from '../ScopeOptions';
import type { FileProposals } from './FileProposals';
import type { ProposalTarget } from './ProposalTarget';

/** Something that is written in files, and who may write them. */
export interface ProposalSubject<P extends TextProblem = TextProblem> {
  access: Omit<RequiredPermissions, 'credentials'>;
  /** What the audit record says of it. */
  meta: JsonObject;
  /**
   * The files; asked once it is clear that the caller may write them.
   *
   * @throws InputError when there is nothing to write to.
   */
  findTarget(): ProposalTarget<P> | Promise<ProposalTarget<P>>;
  /** What an editor needs to know beside the files. */
  describe?(): object | Promise<object>;
}

/** What {@link createProposalRouter} needs. */
export interface ProposalRouterOptions<S, P extends TextProblem>
  extends AuditedServices {
  httpAuth: HttpAuthService;
  proposals: FileProposals;
  /** Of the audit records: `definition-propose`. */
  eventId: string;
  /** What tells what is written, alone and with what is handed over. */
  schemas: {
    subject: z.ZodType<S>;
    check: z.ZodType<S & CheckProposal>;
    create: z.ZodType<S & CreateProposal>;
  };
  /**
   * What anybody needs for any subject, where that is the same for all: who lacks
   * it is refused even if what they sent makes no sense.
   */
  access?: Omit<RequiredPermissions, 'credentials'>;
  /** @throws NotFoundError when it is not there for the caller. */
  findSubject(subject: S, options: ScopeOptions): Promise<ProposalSubject<P>>;
}

/** A letter may take four bytes, or six characters of JSON. */
const MAX_BODY_BYTES = 6 * MAX_PROPOSAL_LENGTH;

/**
 * The routes of files that are written in the portal: `GET /proposals` for what
 * is there, `POST /proposals/check` for what is wrong with a change, and
 * `POST /proposals` to hand it over.
 */
export function createProposalRouter<S, P extends TextProblem>(
  options: ProposalRouterOptions<S, P>,
): Router {
  const { httpAuth, permissions, eventId, schemas } = options;
  const { access, proposals, findSubject } = options;
  const router = PromiseRouter();

  async function parse<T>(req: Request, read: () => T): Promise<T> {
    try {
      return read();
    } catch (error) {
      if (access) {
        const credentials = await httpAuth.credentials(req, {
          allow: ['user'],
        });
        await requirePermissions(permissions, { credentials, ...access });
      }
      throw error;
    }
  }

  // The file comes with the rights of the portal, which see more than those of
  // the reader may.
  const findWritable = async (subject: S, caller: ScopeOptions) => {
    const found = await findSubject(subject, caller);
    await requirePermissions(permissions, { ...caller, ...found.access });
    return found;
  };

  router.get('/proposals', async (req, res) => {
    const subject = await parse(req, () =>
      parseQuery(schemas.subject, req.query),
    );
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const found = await findWritable(subject, { credentials });
    const { userEntityRef } = credentials.principal;
    const draft = await proposals.getDraft(await found.findTarget(), {
      credentials,
      userEntityRef,
    });
    res.json({ ...draft, ...(await found.describe?.()) });
  });

  router.post(
    '/proposals/check',
    express.json({ limit: MAX_BODY_BYTES }),
    async (req, res) => {
      const input = await parse(req, () => parseInput(schemas.check, req.body));
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const found = await findWritable(input, { credentials });
      res.json(await proposals.check(await found.findTarget(), input));
    },
  );

  router.post(
    '/proposals',
    readJson({ limit: MAX_BODY_BYTES }),
    async (req, res) => {
      const input = await parse(req, () =>
        parseInput(schemas.create, req.body),
      );
      const { path, base, message } = input;
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const found = await findSubject(input, { credentials });
      const { userEntityRef } = credentials.principal;
      const proposal = await audited(options, {
        eventId,
        request: req,
        meta: { path, base, message, ...found.meta },
        access: { credentials, ...found.access },
        work: async () =>
          proposals.propose(await found.findTarget(), input, {
            credentials,
            userEntityRef,
          }),
        describe: ({ handover, commit }) => ({ handover, commit }),
      });
      res.status(201).json(proposal);
    },
  );

  return router;
}

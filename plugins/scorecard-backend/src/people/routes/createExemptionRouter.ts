import { NotAllowedError } from '@backstage/errors';
import { words } from '../../scorecardWords';
import {
  audited,
  type AuditedServices,
  sendCsv,
  sendCsvItems,
} from '@atrium/backend-common';
import {
  MAX_PAGE_SIZE,
  noQuerySchema,
  parseInput,
  parseQuery,
} from '@atrium/common';
import {
  createExemptionSchema,
  decideExemptionSchema,
  exemptionQuerySchema,
  scorecardExemptionDecidePermission,
  scorecardExemptionRequestPermission,
} from '@atrium/plugin-scorecard-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { ExemptionDecision, Exemptions } from '../exemptions/Exemptions';
import type { ExemptionReads } from '../exemptions/ExemptionReads';
import { exemptionCsv, exemptionDebtCsv } from './exemptionCsv';
import { requestExemption } from '../exemptions/requestExemption';

/** What the routes of exemptions need. */
export interface ExemptionRouterOptions extends AuditedServices {
  httpAuth: HttpAuthService;
  exemptions: Exemptions;
  exemptionReads: ExemptionReads;
}

/** The path of a thing with an id; there is nothing with one of another form. */
export const idParametersSchema = z.object({ id: z.string() });

const exportQuerySchema = exemptionQuerySchema.omit({
  limit: true,
  cursor: true,
});

const DECISIONS: [path: string, to: ExemptionDecision][] = [
  ['grant', 'granted'],
  ['refuse', 'refused'],
  ['revoke', 'revoked'],
];

/** Having checks passed over for a while. */
export function createExemptionRouter(options: ExemptionRouterOptions): Router {
  const { httpAuth, exemptions, exemptionReads } = options;
  const router = PromiseRouter();

  router.get('/exemptions', async (req, res) => {
    const query = parseQuery(exemptionQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await exemptionReads.list(query, { credentials }));
  });

  router.get('/exemptions.csv', async (req, res) => {
    const query = parseQuery(exportQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    await sendCsv(res, {
      fileName: 'exemptions.csv',
      columns: exemptionCsv,
      readPage: cursor =>
        exemptionReads.list(
          { ...query, limit: MAX_PAGE_SIZE, cursor },
          { credentials },
        ),
    });
  });

  router.get('/exemptions/debt', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await exemptionReads.getDebt({ credentials }));
  });

  router.get('/exemptions/debt.csv', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const { items } = await exemptionReads.getDebt({ credentials });
    await sendCsvItems(res, items, {
      fileName: 'exemption-debt.csv',
      columns: exemptionDebtCsv,
    });
  });

  router.post('/exemptions', async (req, res) => {
    const input = parseInput(createExemptionSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const exemption = await requestExemption(options, input, {
      credentials,
      request: req,
    });
    res
      .status(201)
      .json(await exemptionReads.toWire(exemption, { credentials }));
  });

  for (const [path, to] of DECISIONS) {
    router.post(`/exemptions/:id/${path}`, async (req, res) => {
      const { id } = parseInput(idParametersSchema, req.params);
      const { note } = parseInput(decideExemptionSchema, req.body);
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const found = await exemptionReads.find(id, { credentials });
      const decided = await audited(options, {
        eventId: `exemption-${path}`,
        request: req,
        meta: { ...describe(found), note },
        access: {
          credentials,
          permissions: [{ permission: scorecardExemptionDecidePermission }],
          refusal: () =>
            words.error(
              NotAllowedError,
              words.describe('scorecard.refusal.decideAny'),
            ),
        },
        work: () => exemptions.decide(found, { to, note }, { credentials }),
      });
      res.json(await exemptionReads.toWire(decided, { credentials }));
    });
  }

  router.post('/exemptions/:id/withdraw', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const { note } = parseInput(decideExemptionSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const found = await exemptionReads.find(id, { credentials });
    const { entityRef, requestedBy } = found;
    const isOwn = requestedBy === credentials.principal.userEntityRef;
    const withdrawn = await audited(options, {
      eventId: 'exemption-withdraw',
      request: req,
      meta: { ...describe(found), note },
      access: {
        credentials,
        permissions: isOwn
          ? []
          : [
              {
                permission: scorecardExemptionRequestPermission,
                resourceRef: entityRef,
              },
            ],
        refusal: () => exemptions.refuseWithdrawal(found, { credentials }),
      },
      work: () => exemptions.withdraw(found, { note }, { credentials }),
    });
    res.json(await exemptionReads.toWire(withdrawn, { credentials }));
  });

  return router;
}

function describe(exemption: {
  id: string;
  scorecard: string;
  check: string;
  entityRef: string;
}) {
  const { id, scorecard, check, entityRef } = exemption;
  return { exemptionId: id, scorecard, check, entityRef };
}

import {
  audited,
  type AuditedServices,
  principalRef,
  readJson,
} from '@atrium/backend-common';
import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import {
  agreementQuerySchema,
  agreementTermsSchema,
  agreementUpdatePermission,
  monthSchema,
  reportClosePermission,
  reportQuerySchema,
} from '@atrium/plugin-sla-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import {
  agreementsOf,
  type AgreementsOfOptions,
} from './services/agreementsOf';
import type { Agreements } from './services/Agreements';
import type { Reports } from './services/Reports';
import { reportToCsv } from './services/reportToCsv';

/** What the routes of sla need. */
export interface RouterOptions extends AuditedServices {
  catalog: AgreementsOfOptions['catalog'];
  httpAuth: HttpAuthService;
  agreements: Agreements;
  reports: Reports;
}

// There is nothing with an id of another form, as with one that is unknown.
const idParametersSchema = z.object({ id: z.string() });

const reportParametersSchema = z.object({
  agreementId: z.string(),
  month: monthSchema,
});

const formatSchema = z.object({
  format: z.enum(['json', 'csv']).default('json'),
});

/** A program may keep agreements, such as the one that keeps contracts. */
const USERS_AND_SERVICES: { allow: ['user', 'service'] } = {
  allow: ['user', 'service'],
};

/** The REST API; its contract is in the README of the common package. */
export function createRouter(options: RouterOptions): Router {
  const { catalog, httpAuth, agreements, reports } = options;
  const router = PromiseRouter();
  router.use(readJson());

  router.get('/agreements', async (req, res) => {
    const query = parseQuery(agreementQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reports.listAgreements(query, { credentials }));
  });

  router.post('/agreements', async (req, res) => {
    const terms = parseInput(agreementTermsSchema, req.body);
    const credentials = await httpAuth.credentials(req, USERS_AND_SERVICES);
    const { name, entityRef } = terms;
    await agreements.check(terms, { credentials });
    const created = await audited(options, {
      eventId: 'agreement-create',
      request: req,
      meta: { name, entityRef },
      access: {
        credentials,
        ...agreementsOf([entityRef], agreementUpdatePermission, {
          catalog,
          credentials,
        }),
      },
      work: () => agreements.create(terms, principalRef(credentials)),
    });
    res.status(201).json(created);
  });

  router.get('/agreements/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await agreements.find(id, { credentials, withRemoved: true }));
  });

  router.put('/agreements/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const terms = parseInput(agreementTermsSchema, req.body);
    const credentials = await httpAuth.credentials(req, USERS_AND_SERVICES);
    const before = await agreements.find(id, { credentials });
    const { entityRef } = before;
    const nextEntityRef = terms.entityRef;
    await agreements.check(terms, { credentials, before });
    const updated = await audited(options, {
      eventId: 'agreement-update',
      request: req,
      meta: { id, entityRef, nextEntityRef },
      access: {
        credentials,
        // Whoever hands an agreement over has to be allowed on both sides.
        ...agreementsOf([entityRef, nextEntityRef], agreementUpdatePermission, {
          catalog,
          credentials,
        }),
      },
      work: () => agreements.update(id, terms),
    });
    res.json(updated);
  });

  router.delete('/agreements/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const credentials = await httpAuth.credentials(req, USERS_AND_SERVICES);
    const agreement = await agreements.find(id, { credentials });
    const { entityRef } = agreement;
    await audited(options, {
      eventId: 'agreement-delete',
      request: req,
      meta: { id, entityRef },
      access: {
        credentials,
        ...agreementsOf([entityRef], agreementUpdatePermission, {
          catalog,
          credentials,
        }),
      },
      work: () => agreements.remove(id),
    });
    res.json(agreement);
  });

  router.get('/reports', async (req, res) => {
    const query = parseQuery(reportQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reports.list(query, { credentials }));
  });

  router.get('/reports/:agreementId/:month', async (req, res) => {
    const { agreementId, month } = parseInput(
      reportParametersSchema,
      req.params,
    );
    const { format } = parseQuery(formatSchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const agreement = await agreements.find(agreementId, {
      credentials,
      withRemoved: true,
    });
    const report = await reports.get(agreement, month, { credentials });
    if (format === 'csv') {
      res.attachment(`sla-${month}.csv`).type('text/csv');
      res.send(reportToCsv(report));
      return;
    }
    res.json(report);
  });

  router.post('/reports/:agreementId/:month/close', async (req, res) => {
    const { agreementId, month } = parseInput(
      reportParametersSchema,
      req.params,
    );
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const agreement = await agreements.find(agreementId, { credentials });
    const { entityRef } = agreement;
    const closed = await audited(options, {
      eventId: 'report-close',
      request: req,
      meta: { agreementId, month, entityRef },
      access: {
        credentials,
        ...agreementsOf([entityRef], reportClosePermission, {
          catalog,
          credentials,
        }),
      },
      work: () => reports.close(agreement, month, { credentials }),
    });
    res.json(closed);
  });

  return router;
}

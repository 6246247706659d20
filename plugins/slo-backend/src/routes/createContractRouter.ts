import {
  audited,
  type AuditedServices,
  principalRef,
} from '@atrium/backend-common';
import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import {
  contractQuerySchema,
  monthSchema,
  reportQuerySchema,
  slaContractInputSchema,
  sloContractUpdatePermission,
  sloReportClosePermission,
} from '@atrium/plugin-slo-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { Contracts } from '../contracts/Contracts';
import type { Reports } from '../contracts/Reports';
import { reportToCsv } from '../contracts/reportToCsv';
import { idParametersSchema } from './createReadRouter';
import { slosOf } from './slosOf';

/** What the routes of agreements need. */
export interface ContractRouterOptions extends AuditedServices {
  httpAuth: HttpAuthService;
  contracts: Contracts;
  reports: Reports;
}

const reportParametersSchema = z.object({
  contractId: z.guid(),
  month: monthSchema,
});

const formatSchema = z.object({
  format: z.enum(['json', 'csv']).default('json'),
});

/** A program may keep agreements, such as the one that keeps contracts. */
const USERS_AND_SERVICES: { allow: ['user', 'service'] } = {
  allow: ['user', 'service'],
};

/** Service level agreements and their monthly reports. */
export function createContractRouter(options: ContractRouterOptions): Router {
  const { httpAuth, contracts, reports } = options;
  const router = PromiseRouter();

  router.get('/contracts', async (req, res) => {
    const query = parseQuery(contractQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reports.listContracts(query, { credentials }));
  });

  router.post('/contracts', async (req, res) => {
    const terms = parseInput(slaContractInputSchema, req.body);
    const credentials = await httpAuth.credentials(req, USERS_AND_SERVICES);
    const { name, entityRef } = terms;
    await contracts.check(terms, { credentials });
    const created = await audited(options, {
      eventId: 'contract-create',
      request: req,
      meta: { name, entityRef },
      access: {
        credentials,
        ...slosOf(sloContractUpdatePermission, entityRef),
      },
      work: () => contracts.create(terms, principalRef(credentials)),
    });
    res.status(201).json(created);
  });

  router.get('/contracts/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await contracts.find(id, { credentials, withRemoved: true }));
  });

  router.put('/contracts/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const terms = parseInput(slaContractInputSchema, req.body);
    const credentials = await httpAuth.credentials(req, USERS_AND_SERVICES);
    const before = await contracts.find(id, { credentials });
    const { entityRef } = before;
    const nextEntityRef = terms.entityRef;
    await contracts.check(terms, { credentials, before });
    const updated = await audited(options, {
      eventId: 'contract-update',
      request: req,
      meta: { id, entityRef, nextEntityRef },
      access: {
        credentials,
        // Whoever hands an agreement over has to be allowed on both sides.
        ...slosOf(sloContractUpdatePermission, entityRef, nextEntityRef),
      },
      work: () => contracts.update(id, terms),
    });
    res.json(updated);
  });

  router.delete('/contracts/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const credentials = await httpAuth.credentials(req, USERS_AND_SERVICES);
    const contract = await contracts.find(id, { credentials });
    const { entityRef } = contract;
    await audited(options, {
      eventId: 'contract-delete',
      request: req,
      meta: { id, entityRef },
      access: {
        credentials,
        ...slosOf(sloContractUpdatePermission, entityRef),
      },
      work: () => contracts.remove(id),
    });
    res.json(contract);
  });

  router.get('/reports', async (req, res) => {
    const query = parseQuery(reportQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reports.list(query, { credentials }));
  });

  router.get('/reports/:contractId/:month', async (req, res) => {
    const { contractId, month } = parseInput(
      reportParametersSchema,
      req.params,
    );
    const { format } = parseQuery(formatSchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const contract = await contracts.find(contractId, {
      credentials,
      withRemoved: true,
    });
    const report = await reports.get(contract, month);
    if (format === 'csv') {
      res.attachment(`sla-${month}.csv`).type('text/csv');
      res.send(reportToCsv(report));
      return;
    }
    res.json(report);
  });

  router.post('/reports/:contractId/:month/close', async (req, res) => {
    const { contractId, month } = parseInput(
      reportParametersSchema,
      req.params,
    );
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const contract = await contracts.find(contractId, { credentials });
    const { entityRef } = contract;
    const closed = await audited(options, {
      eventId: 'report-close',
      request: req,
      meta: { contractId, month, entityRef },
      access: { credentials, ...slosOf(sloReportClosePermission, entityRef) },
      work: () => reports.close(contract, month, principalRef(credentials)),
    });
    res.json(closed);
  });

  return router;
}

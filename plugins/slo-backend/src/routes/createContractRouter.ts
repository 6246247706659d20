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
import type { Mutations } from './Mutations';

/** What the routes of agreements need. */
export interface ContractRouterOptions {
  httpAuth: HttpAuthService;
  mutations: Mutations;
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

/** Service level agreements and their monthly reports. */
export function createContractRouter(options: ContractRouterOptions): Router {
  const { httpAuth, mutations, contracts, reports } = options;
  const router = PromiseRouter();

  router.get('/contracts', async (req, res) => {
    const query = parseQuery(contractQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await reports.listContracts(query, { credentials }));
  });

  router.post('/contracts', async (req, res) => {
    const terms = parseInput(slaContractInputSchema, req.body);
    const credentials = await httpAuth.credentials(req);
    await contracts.check(terms, { credentials });
    const created = await mutations.run(req, {
      eventId: 'contract-create',
      permission: sloContractUpdatePermission,
      isOpenToServices: true,
      entityRef: terms.entityRef,
      meta: { name: terms.name },
      work: createdBy => contracts.create(terms, createdBy),
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
    const credentials = await httpAuth.credentials(req);
    const before = await contracts.find(id, { credentials });
    await contracts.check(terms, { credentials, before });
    const updated = await mutations.run(req, {
      eventId: 'contract-update',
      permission: sloContractUpdatePermission,
      isOpenToServices: true,
      entityRef: before.entityRef,
      // Whoever hands an agreement over has to be allowed on both sides.
      nextEntityRef: terms.entityRef,
      meta: { id, nextEntityRef: terms.entityRef },
      work: () => contracts.update(id, terms),
    });
    res.json(updated);
  });

  router.delete('/contracts/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const credentials = await httpAuth.credentials(req);
    const contract = await contracts.find(id, { credentials });
    await mutations.run(req, {
      eventId: 'contract-delete',
      permission: sloContractUpdatePermission,
      isOpenToServices: true,
      entityRef: contract.entityRef,
      meta: { id },
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
    const closed = await mutations.run(req, {
      eventId: 'report-close',
      permission: sloReportClosePermission,
      entityRef: contract.entityRef,
      meta: { contractId, month },
      work: closedBy => reports.close(contract, month, closedBy),
    });
    res.json(closed);
  });

  return router;
}

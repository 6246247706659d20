import { readJson, sendCsv } from '@atrium/backend-common';
import {
  MAX_PAGE_SIZE,
  noQuerySchema,
  parseInput,
  parseQuery,
} from '@atrium/common';
import {
  componentExportQuerySchema,
  componentQuerySchema,
  type EntityFindings,
  entityFindingsQuerySchema,
  findingQuerySchema,
  findingToolQuerySchema,
  scanQuerySchema,
  suppressFindingSchema,
} from '@atrium/plugin-scorecard-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { componentCsv } from '../services/componentCsv';
import type { Components } from '../services/Components';
import { findingCsv } from '../services/findingCsv';
import type { FindingSummaries } from '../services/FindingSummaries';
import type { Findings } from '../services/Findings';
import { scanCsv } from '../services/scanCsv';
import type { Suppressions } from '../services/Suppressions';

/** What the routes need. */
export interface FindingRouterOptions {
  components: Components;
  findings: Findings;
  findingSummaries: FindingSummaries;
  httpAuth: HttpAuthService;
  suppressions: Suppressions;
}

const parametersSchema = z.object({ id: z.guid() });
const paging = { limit: true, cursor: true } as const;
const exportQuerySchema = findingQuerySchema.omit(paging);
const scanExportQuerySchema = scanQuerySchema.omit(paging);

/** Findings and components as people and tools read them, and suppressions. */
export function createFindingRouter(options: FindingRouterOptions): Router {
  const { components, findings, findingSummaries, httpAuth, suppressions } =
    options;
  const router = PromiseRouter();

  router.get('/findings', async (req, res) => {
    const query = parseQuery(findingQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await findings.list(query, { credentials }));
  });

  router.get('/findings.csv', async (req, res) => {
    const query = parseQuery(exportQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    await sendCsv(res, {
      fileName: 'findings.csv',
      columns: findingCsv,
      readPage: await findings.readPages(query, { credentials }),
    });
  });

  router.get('/findings/scans', async (req, res) => {
    const query = parseQuery(scanQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await findings.listScans(query, { credentials }));
  });

  router.get('/findings/scans.csv', async (req, res) => {
    const query = parseQuery(scanExportQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    await sendCsv(res, {
      fileName: 'scans.csv',
      columns: scanCsv,
      readPage: cursor =>
        findings.listScans(
          { ...query, limit: MAX_PAGE_SIZE, cursor },
          { credentials },
        ),
    });
  });

  router.get('/findings/tools', async (req, res) => {
    const query = parseQuery(findingToolQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await findings.listTools(query, { credentials }));
  });

  router.post(
    '/findings/by-entity',
    readJson({ limit: '500kb' }),
    async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const { entityRefs } = parseInput(entityFindingsQuerySchema, req.body);
      const items: EntityFindings[] = await findingSummaries.get(entityRefs, {
        credentials,
      });
      res.json({ items });
    },
  );

  router.get('/findings/:id', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const { id } = parseInput(parametersSchema, req.params);
    const credentials = await httpAuth.credentials(req);
    res.json(await findings.get(id, { credentials }));
  });

  router.post('/findings/:id/suppression', readJson(), async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const { id } = parseInput(parametersSchema, req.params);
    const input = parseInput(suppressFindingSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(
      await suppressions.suppress(id, input, { credentials, request: req }),
    );
  });

  router.delete('/findings/:id/suppression', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const { id } = parseInput(parametersSchema, req.params);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(await suppressions.end(id, { credentials, request: req }));
  });

  router.get('/components', async (req, res) => {
    const query = parseQuery(componentQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await components.list(query, { credentials }));
  });

  router.get('/components.csv', async (req, res) => {
    const query = parseQuery(componentExportQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    await sendCsv(res, {
      fileName: 'components.csv',
      columns: componentCsv,
      readPage: cursor =>
        components.list(
          { ...query, limit: MAX_PAGE_SIZE, cursor },
          { credentials },
        ),
    });
  });

  return router;
}

import { sendCsv } from '@atrium/backend-common';
import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import {
  requestQuerySchema,
  resourceQuerySchema,
} from '@atrium/plugin-provisioning-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { DefinitionReads } from '../services/reads/DefinitionReads';
import type { RequestReads } from '../services/reads/RequestReads';
import type { ResourceReads } from '../services/reads/ResourceReads';
import { resourceCsv } from './resourceCsv';

/** What the reading routes need. */
export interface ReadRouterOptions {
  httpAuth: HttpAuthService;
  definitionReads: DefinitionReads;
  requestReads: RequestReads;
  resourceReads: ResourceReads;
}

/** The path of a thing with an id; there is nothing with one of another form. */
export const idParametersSchema = z.object({ id: z.string() });

/** Everything that is only read. */
export function createReadRouter(options: ReadRouterOptions): Router {
  const { httpAuth, definitionReads, requestReads, resourceReads } = options;
  const router = PromiseRouter();

  router.get('/definitions', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(await definitionReads.get());
  });

  router.get('/requests', async (req, res) => {
    const query = parseQuery(requestQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(await requestReads.list(query, { credentials }));
  });

  router.get('/requests/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(await requestReads.get(id, { credentials }));
  });

  router.get('/resources', async (req, res) => {
    const query = parseQuery(resourceQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    res.json(await resourceReads.list(query, { credentials }));
  });

  router.get('/resources.csv', async (req, res) => {
    const query = parseQuery(
      resourceQuerySchema.omit({ limit: true, cursor: true }),
      req.query,
    );
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await sendCsv(res, {
      fileName: 'resources.csv',
      columns: resourceCsv,
      readPage: cursor =>
        resourceReads.list({ ...query, limit: 200, cursor }, { credentials }),
    });
  });

  router.get('/resources/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    res.json(await resourceReads.get(id, { credentials }));
  });

  return router;
}

import { sendCsv } from '@atrium/backend-common';
import { MAX_PAGE_SIZE, parseInput, parseQuery } from '@atrium/common';
import {
  entityExportQuerySchema,
  type EntityList,
  entityListQuerySchema,
  type EntityRow,
  entityRowsQuerySchema,
} from '@atrium/plugin-entity-summary-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { EntityLists } from '../services/EntityLists';
import { entityCsv } from './entityCsv';

/** What the routes of the list need. */
export interface ListRouterOptions {
  httpAuth: HttpAuthService;
  lists: EntityLists;
}

/** Serves what lists show of entities. */
export function createListRouter({
  httpAuth,
  lists,
}: ListRouterOptions): Router {
  const router = PromiseRouter();

  router.get('/entities', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = parseQuery(entityListQuerySchema, req.query);
    const list = await lists.list(query, { credentials });
    res.json(list satisfies EntityList);
  });

  router.get('/entities.csv', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = parseQuery(entityExportQuerySchema, req.query);
    await sendCsv(res, {
      fileName: 'entities.csv',
      columns: entityCsv,
      readPage: cursor =>
        lists.list({ ...query, limit: MAX_PAGE_SIZE, cursor }, { credentials }),
    });
  });

  router.post('/rows', express.json({ limit: '1mb' }), async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { entityRefs } = parseInput(entityRowsQuerySchema, req.body);
    const items: EntityRow[] = await lists.getRows(entityRefs, { credentials });
    res.json({ items });
  });

  return router;
}

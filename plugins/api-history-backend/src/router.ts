import type { Page } from '@atrium/common';
import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import type {
  ApiDiff,
  ApiLineDiff,
  ApiSummary,
  ApiVersion,
  ApiVersionWithDefinition,
  BreakingVersion,
} from '@atrium/plugin-api-history-common';
import {
  diffQuerySchema,
  listBreakingQuerySchema,
  listVersionsQuerySchema,
  summariesQuerySchema,
} from '@atrium/plugin-api-history-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import express, { type Request, type Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { HistoryService } from './services/HistoryService';

/** What {@link createRouter} works with. */
export interface RouterOptions {
  history: HistoryService;
  httpAuth: HttpAuthService;
}

/** Serves the history of APIs under `/api/api-history`. */
export function createRouter({ history, httpAuth }: RouterOptions): Router {
  const router = createPromiseRouter();
  const readCaller = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, { allow: ['user'] }),
  });

  router.get('/versions', async (req, res) => {
    const caller = await readCaller(req);
    const query = parseQuery(listVersionsQuerySchema, req.query);
    const page = await history.listVersions(query, caller);
    res.json(page satisfies Page<ApiVersion>);
  });

  router.get('/versions/:id', async (req, res) => {
    const caller = await readCaller(req);
    parseQuery(noQuerySchema, req.query);
    const { id } = req.params;
    if (!z.uuid().safeParse(id).success) {
      throw new NotFoundError(`No version '${id}'`);
    }
    const version = await history.getVersion(id, caller);
    res.json(version satisfies ApiVersionWithDefinition);
  });

  router.get('/diff', async (req, res) => {
    const caller = await readCaller(req);
    const query = parseQuery(diffQuerySchema, req.query);
    const diff = await history.diff(query, caller);
    res.json(diff satisfies ApiDiff);
  });

  router.get('/diff/lines', async (req, res) => {
    const caller = await readCaller(req);
    const query = parseQuery(diffQuerySchema, req.query);
    const diff = await history.diffLines(query, caller);
    res.json(diff satisfies ApiLineDiff);
  });

  router.get('/breaking', async (req, res) => {
    const caller = await readCaller(req);
    const query = parseQuery(listBreakingQuerySchema, req.query);
    const page = await history.listBreaking(query, caller);
    res.json(page satisfies Page<BreakingVersion>);
  });

  router.post('/summaries/by-entity', express.json(), async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    const { entityRefs } = parseInput(summariesQuerySchema, req.body);
    const items: ApiSummary[] = await history.summarize(entityRefs);
    res.json({ items });
  });

  return router;
}

import { readJson } from '@atrium/backend-common';
import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import {
  type Attention,
  type SavedView,
  saveViewSchema,
} from '@atrium/plugin-entity-summary-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { AttentionReader } from '../attention/AttentionReader';
import type { SavedViews } from '../views/SavedViews';

/** What the routes about somebody's own things need. */
export interface PersonRouterOptions {
  attention: AttentionReader;
  httpAuth: HttpAuthService;
  savedViews: SavedViews;
}

/** Serves what waits for a person, and the views that they saved. */
export function createPersonRouter(options: PersonRouterOptions): Router {
  const { attention, httpAuth, savedViews } = options;
  const router = PromiseRouter();

  router.get('/attention', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    parseQuery(noQuerySchema, req.query);
    const answer: Attention = await attention.read({ credentials });
    res.json(answer);
  });

  router.get('/views', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    parseQuery(noQuerySchema, req.query);
    const items: SavedView[] = await savedViews.list({ credentials });
    res.json({ items });
  });

  router.post('/views', readJson(), async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const input = parseInput(saveViewSchema, req.body);
    const view = await savedViews.save(input, { credentials, request: req });
    res.status(201).json(view satisfies SavedView);
  });

  router.delete('/views/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    if (!z.uuid().safeParse(id).success) {
      throw new NotFoundError(`No saved view with id '${id}'`);
    }
    await savedViews.remove(id, { credentials, request: req });
    res.status(204).end();
  });

  return router;
}

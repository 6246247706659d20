import { readJson } from '@atrium/backend-common';
import { noQuerySchema, parseQuery, toCsv } from '@atrium/common';
import {
  differencesQuerySchema,
  impactQuerySchema,
  neighbourhoodQuerySchema,
  pathQuerySchema,
} from '@atrium/plugin-entity-graph-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { EntityGraphServices } from './services/createServices';
import { toImpactRows } from './services/toImpactRows';
import { writeChangeNotice } from './services/writeChangeNotice';

/** What the routes of the graph need. */
export interface RouterOptions
  extends Pick<
    EntityGraphServices,
    'cycles' | 'differences' | 'graph' | 'impact' | 'paths' | 'reports'
  > {
  httpAuth: HttpAuthService;
}

/** The REST API; its contract is in the README. */
export function createRouter(options: RouterOptions): Router {
  const { cycles, differences, graph, httpAuth, impact, paths, reports } =
    options;
  const router = PromiseRouter();
  const scopeOf = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });

  router.get('/neighbourhood', async (req, res) => {
    const query = parseQuery(neighbourhoodQuerySchema, req.query);
    res.json(await graph.getNeighbourhood(query, await scopeOf(req)));
  });

  router.get('/impact', async (req, res) => {
    const query = parseQuery(impactQuerySchema, req.query);
    res.json(await impact.getImpact(query, await scopeOf(req)));
  });

  router.get('/impact.md', async (req, res) => {
    const query = parseQuery(impactQuerySchema, req.query);
    const found = await impact.getImpact(query, await scopeOf(req));
    res.type('text/markdown').send(writeChangeNotice(found));
  });

  router.get('/impact.csv', async (req, res) => {
    const query = parseQuery(impactQuerySchema, req.query);
    const found = await impact.getImpact(query, await scopeOf(req));
    res.type('text/csv').send(toCsv(toImpactRows(found)));
  });

  router.get('/reliance', async (req, res) => {
    const query = parseQuery(impactQuerySchema, req.query);
    res.json(await impact.getReliance(query, await scopeOf(req)));
  });

  router.get('/path', async (req, res) => {
    const query = parseQuery(pathQuerySchema, req.query);
    res.json(await paths.find(query, await scopeOf(req)));
  });

  router.get('/cycles', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    res.json(await cycles.list(await scopeOf(req)));
  });

  router.get('/differences', async (req, res) => {
    const query = parseQuery(differencesQuerySchema, req.query);
    res.json(await differences.list(query, await scopeOf(req)));
  });

  router.post(
    '/observed-edges',
    // A thousand edges with long names.
    readJson({ limit: '1mb' }),
    async (req, res) => {
      const scope = await scopeOf(req);
      const answer = await reports.report(req.body, { ...scope, request: req });
      res.status(202).json(answer);
    },
  );

  return router;
}

import { readJson } from '@atrium/backend-common';
import {
  entityRefSchema,
  noQuerySchema,
  parseInput,
  parseQuery,
} from '@atrium/common';
import {
  deletePodSchema,
  type EntityWorkloadSettings,
  type ObjectHolders,
  objectHoldersQuerySchema,
  runtimeQuerySchema,
  restartWorkloadSchema,
  workloadQuerySchema,
  workloadSettingsQuerySchema,
} from '@atrium/plugin-workloads-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ClaimIndex } from './claims/ClaimIndex';
import type { EntityReads } from './services/EntityReads';
import type { OverviewReads } from './services/OverviewReads';
import type { RestartService } from './services/RestartService';
import type { SettingsReads } from './services/SettingsReads';

/** What the routes of workloads need. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  index: Pick<ClaimIndex, 'getHolders'>;
  entityReads: EntityReads;
  overviewReads: OverviewReads;
  restarts: RestartService;
  settings: SettingsReads;
}

/** The REST API; its contract is in the README. */
export function createRouter(options: RouterOptions): Router {
  const { httpAuth, index, entityReads, overviewReads, restarts, settings } =
    options;
  const router = PromiseRouter();
  // A hundred objects with all their labels.
  router.use(readJson({ limit: '1mb' }));

  router.get('/entities/:kind/:namespace/:name/workloads', async (req, res) => {
    const entityRef = readEntityRef(req);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await entityReads.getWorkloads(entityRef, { credentials }));
  });

  router.post('/entities/:kind/:namespace/:name/restart', async (req, res) => {
    const entityRef = readEntityRef(req);
    const input = parseInput(restartWorkloadSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const answer = await restarts.restartWorkload(entityRef, input, {
      credentials,
      request: req,
    });
    res.status(202).json(answer);
  });

  router.post(
    '/entities/:kind/:namespace/:name/pods/delete',
    async (req, res) => {
      const entityRef = readEntityRef(req);
      const input = parseInput(deletePodSchema, req.body);
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const answer = await restarts.deletePod(entityRef, input, {
        credentials,
        request: req,
      });
      res.status(202).json(answer);
    },
  );

  router.get('/workloads', async (req, res) => {
    const query = parseQuery(workloadQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await overviewReads.list(query, { credentials }));
  });

  router.get('/workloads/summary', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await overviewReads.summarize({ credentials }));
  });

  router.post('/runtimes/by-entity', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { entityRefs } = parseInput(runtimeQuerySchema, req.body);
    res.json(await overviewReads.getRuntimes(entityRefs, { credentials }));
  });

  // For other plugins, so that logs and restarts are decided by the same claims.
  router.post('/claims/holders', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    const { objects } = parseInput(objectHoldersQuerySchema, req.body);
    const found = await index.getHolders(objects);
    const answer: ObjectHolders = {
      items: found.map(holders => ({ holders })),
    };
    res.json(answer);
  });

  // For other plugins, which tell of what is proven to everybody.
  router.post('/settings/by-entity', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    const { entityRefs } = parseInput(workloadSettingsQuerySchema, req.body);
    const answer: EntityWorkloadSettings = await settings.get(entityRefs);
    res.json(answer);
  });

  return router;
}

function readEntityRef({ params }: Request): string {
  const { kind, namespace, name } = params;
  return parseInput(entityRefSchema, `${kind}:${namespace}/${name}`);
}

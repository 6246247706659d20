import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import {
  applyScoreSchema,
  provisionMissingSchema,
  scoreApplicationSchema,
} from '@atrium/plugin-provisioning-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import {
  requestResource,
  type RequestResourceServices,
} from '../services/requests/requestResource';
import type { ScoreApplications } from '../services/score/apply/ScoreApplications';
import type { ScoreProvisioning } from '../services/score/ScoreProvisioning';
import type { ScoreReads } from '../services/score/ScoreReads';

/** What the routes of Score need. */
export interface ScoreRouterOptions extends RequestResourceServices {
  httpAuth: HttpAuthService;
  scoreApplications: ScoreApplications;
  scoreProvisioning: ScoreProvisioning;
  scoreReads: ScoreReads;
}

const entityParametersSchema = z
  .object({
    kind: z.string().max(63),
    namespace: z.string().max(63),
    name: z.string().max(63),
  })
  .transform(entity => stringifyEntityRef(entity));

const manifestQuerySchema = z.strictObject({
  environment: z.string().max(63),
  image: scoreApplicationSchema.shape.image,
});

const PATH = '/score/:kind/:namespace/:name';

/** What workloads need by their Score files. */
export function createScoreRouter(options: ScoreRouterOptions): Router {
  const { httpAuth, scoreApplications, scoreProvisioning, scoreReads } =
    options;
  const router = PromiseRouter();

  router.get(PATH, async (req, res) => {
    const entityRef = parseInput(entityParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(await scoreReads.get(entityRef, { credentials }));
  });

  router.get(`${PATH}/manifests`, async (req, res) => {
    const entityRef = parseInput(entityParametersSchema, req.params);
    const query = parseQuery(manifestQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { fileName, text } = await scoreReads.getManifests(entityRef, {
      ...query,
      credentials,
    });
    res.attachment(fileName).type('application/yaml').send(text);
  });

  router.post(`${PATH}/provision-missing`, async (req, res) => {
    const entityRef = parseInput(entityParametersSchema, req.params);
    const input = parseInput(provisionMissingSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const items = await scoreProvisioning.provisionMissing(entityRef, input, {
      credentials,
      request: async need => {
        const { request } = await requestResource(options, need, {
          credentials,
          request: req,
        });
        return request;
      },
    });
    res.status(201).json({ items });
  });

  router.get(`${PATH}/deployments`, async (req, res) => {
    const entityRef = parseInput(entityParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(await scoreApplications.list(entityRef, { credentials }));
  });

  router.post(`${PATH}/apply-previews`, async (req, res) => {
    const entityRef = parseInput(entityParametersSchema, req.params);
    const input = parseInput(scoreApplicationSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(
      await scoreApplications.preview(entityRef, input, { credentials }),
    );
  });

  router.post(`${PATH}/apply`, async (req, res) => {
    const entityRef = parseInput(entityParametersSchema, req.params);
    const input = parseInput(applyScoreSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const workload = await scoreApplications.apply(entityRef, input, {
      credentials,
      request: req,
    });
    res.status(202).json({ workload });
  });

  return router;
}

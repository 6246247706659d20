import {
  entityRefSchema,
  noQuerySchema,
  parseInput,
  parseQuery,
} from '@atrium/common';
import {
  createGateOverrideSchema,
  sloGateOverridePermission,
} from '@atrium/plugin-slo-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { Gates } from '../gates/Gates';
import type { Mutations } from './Mutations';

/** What the routes of gates need. */
export interface GateRouterOptions {
  httpAuth: HttpAuthService;
  mutations: Mutations;
  gates: Gates;
}

const refParametersSchema = z.object({ ref: entityRefSchema });

/** Whether there is error budget for changes. */
export function createGateRouter(options: GateRouterOptions): Router {
  const { httpAuth, mutations, gates } = options;
  const router = PromiseRouter();

  router.get('/gates/:ref', async (req, res) => {
    const { ref } = parseInput(refParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await gates.getGate(ref, { credentials }));
  });

  router.post('/gates/:ref/override', async (req, res) => {
    const { ref } = parseInput(refParametersSchema, req.params);
    const input = parseInput(createGateOverrideSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await gates.getGate(ref, { credentials });
    await mutations.run(req, {
      eventId: 'gate-override',
      permission: sloGateOverridePermission,
      entityRef: ref,
      meta: { ...input },
      work: createdBy => gates.override(ref, input, { createdBy }),
    });
    res.json(await gates.getGate(ref, { credentials }));
  });

  return router;
}

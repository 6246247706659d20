import { audited, type AuditedServices } from '@atrium/backend-common';
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
import type { Gates } from '../services/Gates';
import { slosOf, type SlosOfOptions } from './slosOf';

/** What the routes of gates need. */
export interface GateRouterOptions extends AuditedServices {
  catalog: SlosOfOptions['catalog'];
  httpAuth: HttpAuthService;
  gates: Gates;
}

const refParametersSchema = z.object({ ref: entityRefSchema });

/** Whether there is error budget for changes. */
export function createGateRouter(options: GateRouterOptions): Router {
  const { catalog, httpAuth, gates } = options;
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
    await audited(options, {
      eventId: 'gate-override',
      request: req,
      meta: { ...input, entityRef: ref },
      access: {
        credentials,
        ...slosOf(ref, sloGateOverridePermission, { catalog, credentials }),
      },
      work: () =>
        gates.override(ref, input, {
          createdBy: credentials.principal.userEntityRef,
        }),
    });
    res.json(await gates.getGate(ref, { credentials }));
  });

  return router;
}

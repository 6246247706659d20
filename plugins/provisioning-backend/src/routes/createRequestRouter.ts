import { NotAllowedError } from '@backstage/errors';
import { words } from '../provisioningWords';
import { audited } from '@atrium/backend-common';
import { isRecord, parseInput } from '@atrium/common';
import {
  approveRequestSchema,
  createRequestSchema,
  declineRequestSchema,
  provisioningRequestDecidePermission,
  provisioningResourceManagePermission,
  resourceChangeInputSchema,
  resourceInputSchema,
} from '@atrium/plugin-provisioning-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { RequestReads } from '../services/reads/RequestReads';
import type { ResourceReads } from '../services/reads/ResourceReads';
import { toWireRequest } from '../services/reads/toWire';
import type { Decisions } from '../services/requests/Decisions';
import type { Previews } from '../services/requests/Previews';
import type { Refusals } from '../services/requests/Refusals';
import {
  requestResource,
  type RequestResourceServices,
} from '../services/requests/requestResource';
import { idParametersSchema } from './createReadRouter';

/** What the routes of requests need. */
export interface RequestRouterOptions extends RequestResourceServices {
  httpAuth: HttpAuthService;
  decisions: Decisions;
  previews: Previews;
  refusals: Refusals;
  requestReads: RequestReads;
  resourceReads: ResourceReads;
}

const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, 'must have 1 to 200 visible characters')
  .optional();

const headersSchema = z.object({ 'idempotency-key': idempotencyKeySchema });

/** Who may decide about which request, its definition says. */
const deciding = {
  permissions: [{ permission: provisioningRequestDecidePermission }],
  refusal: () =>
    words.error(
      NotAllowedError,
      words.describe('provisioning.refusal.decideAny'),
    ),
};

/** Asking for resources, and deciding about it. */
export function createRequestRouter(options: RequestRouterOptions): Router {
  const { httpAuth, decisions, previews } = options;
  const { requestReads, resourceReads } = options;
  const router = PromiseRouter();

  router.post('/previews', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    // What names a resource is about changing it.
    if (isRecord(req.body) && 'resourceId' in req.body) {
      const input = parseInput(resourceChangeInputSchema, req.body);
      const { resourceId, ...change } = input;
      const resource = await resourceReads.find(resourceId, { credentials });
      res.json(await previews.previewChange(resource, change, { credentials }));
      return;
    }
    const input = parseInput(resourceInputSchema, req.body);
    res.json(await previews.preview(input, { credentials }));
  });

  router.post('/requests', async (req, res) => {
    const input = parseInput(createRequestSchema, req.body);
    const { 'idempotency-key': idempotencyKey } = parseInput(
      headersSchema,
      req.headers,
    );
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { request, resource } = await requestResource(options, input, {
      credentials,
      idempotencyKey,
      request: req,
    });
    res.status(201).json(toWireRequest(request, resource));
  });

  router.post('/requests/:id/approve', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const decision = parseInput(approveRequestSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const found = await requestReads.find(id, { credentials });
    const { request, resource } = await audited(options, {
      eventId: 'request-approve',
      request: req,
      meta: { requestId: id, planHash: decision.planHash },
      access: { credentials, ...deciding },
      work: () => decisions.approve(found, decision, { credentials }),
    });
    res.json(toWireRequest(request, resource));
  });

  router.post('/requests/:id/reject', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const decision = parseInput(declineRequestSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const found = await requestReads.find(id, { credentials });
    const { request, resource } = await audited(options, {
      eventId: 'request-reject',
      request: req,
      meta: { requestId: id, reason: decision.reason },
      access: { credentials, ...deciding },
      work: () => decisions.reject(found, decision, { credentials }),
    });
    res.json(toWireRequest(request, resource));
  });

  router.post('/requests/:id/cancel', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const decision = parseInput(declineRequestSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const found = await requestReads.find(id, { credentials });
    const { requesterRef } = found.request;
    const isOwn = requesterRef === credentials.principal.userEntityRef;
    const { request, resource } = await audited(options, {
      eventId: 'request-cancel',
      request: req,
      meta: { requestId: id, reason: decision.reason },
      access: {
        credentials,
        permissions: isOwn
          ? []
          : [
              {
                permission: provisioningResourceManagePermission,
                resourceRef: found.resource.ownerRef,
              },
            ],
        refusal: () =>
          options.refusals.refuseCancel(
            { requesterRef, ownerRef: found.resource.ownerRef },
            { credentials },
          ),
      },
      work: () => decisions.cancel(found, decision, { credentials }),
    });
    res.json(toWireRequest(request, resource));
  });

  return router;
}

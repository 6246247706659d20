import { audited, type AuditedServices } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import {
  deleteResourceSchema,
  extendResourceSchema,
  provisioningOperatePermission,
  updateResourceSchema,
} from '@atrium/plugin-provisioning-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { StoredResource } from '../database/StoredResource';
import { words } from '../provisioningWords';
import type { CredentialHandout } from '../services/CredentialHandout';
import type { Operations } from '../services/Operations';
import type { ResourceReads } from '../services/reads/ResourceReads';
import { toWireRequest } from '../services/reads/toWire';
import type { LifeRequests } from '../services/requests/LifeRequests';
import type { Refusals } from '../services/requests/Refusals';
import type { RequestOutcome } from '../services/requests/RequestContext';
import { idParametersSchema } from './createReadRouter';

/** What the routes of resources need. */
export interface ResourceRouterOptions extends AuditedServices {
  httpAuth: HttpAuthService;
  credentialHandout: CredentialHandout;
  lifeRequests: LifeRequests;
  operations: Operations;
  refusals: Refusals;
  resourceReads: ResourceReads;
}

const noBodySchema = z.strictObject({});

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** A change that whoever acts for the owner may ask for. */
interface OwnerChange<Body> {
  eventId: string;
  schema: z.ZodType<Body>;
  work(
    resource: StoredResource,
    body: Body,
    options: { credentials: UserCredentials },
  ): Promise<RequestOutcome>;
}

/** Changing what is there, and taking its credentials. */
export function createResourceRouter(options: ResourceRouterOptions): Router {
  const { httpAuth, credentialHandout, lifeRequests, operations } = options;
  const { refusals, resourceReads } = options;
  const router = PromiseRouter();

  /** Whoever acts for the owner asks for a change, which is a request. */
  const addChange = <Body>(name: string, change: OwnerChange<Body>) =>
    router.post(`/resources/:id/${name}`, async (req, res) => {
      const { id } = parseInput(idParametersSchema, req.params);
      const body = parseInput(change.schema, req.body ?? {});
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const found = await resourceReads.find(id, { credentials });
      const { request, resource } = await audited(options, {
        eventId: change.eventId,
        request: req,
        meta: { resourceId: id, ownerRef: found.ownerRef },
        access: {
          credentials,
          ...refusals.requireManage(found, { credentials }),
        },
        work: () => change.work(found, body, { credentials }),
        describe: outcome => ({
          requestId: outcome.request.id,
          state: outcome.request.state,
        }),
      });
      res.status(202).json(toWireRequest(request, resource));
    });

  addChange('update', {
    eventId: 'resource-update',
    schema: updateResourceSchema,
    work: (resource, body, by) => lifeRequests.update(resource, body, by),
  });
  addChange('rotate', {
    eventId: 'resource-rotate',
    schema: noBodySchema,
    work: (resource, _, by) => lifeRequests.rotate(resource, by),
  });
  addChange('extend', {
    eventId: 'resource-extend',
    schema: extendResourceSchema,
    work: (resource, body, by) => lifeRequests.extend(resource, body, by),
  });
  addChange('delete', {
    eventId: 'resource-delete',
    schema: deleteResourceSchema,
    work: (resource, body, by) => lifeRequests.delete(resource, body, by),
  });

  router.post('/resources/:id/credentials', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    parseInput(noBodySchema, req.body ?? {});
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const resource = await resourceReads.find(id, { credentials });
    const taken = await audited(options, {
      eventId: 'credentials-take',
      severityLevel: 'high',
      request: req,
      meta: { resourceId: id, ownerRef: resource.ownerRef },
      access: {
        credentials,
        ...refusals.requireManage(resource, { credentials }),
      },
      work: () =>
        credentialHandout.take(resource, credentials.principal.userEntityRef),
      // Which they were, and nothing of what is in them.
      describe: ({ generation }) => ({ generation }),
    });
    res.set('cache-control', 'no-store').json(taken);
  });

  for (const name of ['retry', 'adopt', 'abandon'] as const) {
    router.post(`/resources/:id/${name}`, async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const actorRef = credentials.principal.userEntityRef;
      const { id } = await audited(options, {
        eventId: `resource-${name}`,
        request: req,
        meta: { resourceId: req.params.id },
        access: {
          credentials,
          permissions: [{ permission: provisioningOperatePermission }],
          refusal: () =>
            words.error(
              NotAllowedError,
              words.describe('provisioning.refusal.operate'),
            ),
        },
        // Nobody else hears whether there is such a resource.
        async work() {
          const found = parseInput(idParametersSchema, req.params);
          parseInput(noBodySchema, req.body ?? {});
          await resourceReads.find(found.id, { credentials });
          return operations[name](found.id, { actorRef });
        },
        describe: ({ ownerRef, state }) => ({ ownerRef, state }),
      });
      res.json(await resourceReads.get(id, { credentials }));
    });
  }

  return router;
}

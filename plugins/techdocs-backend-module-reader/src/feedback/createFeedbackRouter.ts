import {
  audited,
  type AuditedServices,
  readJson,
  readOwnerNames,
  requirePermissions,
} from '@atrium/backend-common';
import { MessageWriter, parseInput, parseQuery } from '@atrium/common';
import {
  docsFeedbackGivePermission,
  docsFeedbackReadPermission,
  docsMessages,
  feedbackCommentsQuerySchema,
  feedbackPageQuerySchema,
  feedbackQuerySchema,
  type OwnFeedback,
  putFeedbackSchema,
} from '@atrium/plugin-techdocs-common';
import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PublishedSites } from '../published/PublishedSites';
import type { FeedbackStore } from './FeedbackStore';

const words = new MessageWriter(docsMessages);

interface FeedbackRouterOptions extends AuditedServices {
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  sites: Pick<PublishedSites, 'requirePage' | 'requireEntity'>;
  store: FeedbackStore;
}

/** "Was this page helpful?": what one person answers, and what its owner reads. */
export function createFeedbackRouter(options: FeedbackRouterOptions): Router {
  const { catalog, httpAuth, permissions, sites, store } = options;
  const router = PromiseRouter();

  router.get('/page-feedback/own', async (req, res) => {
    const query = parseQuery(feedbackPageQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await sites.requireEntity(query.entityRef, { credentials });
    const { userEntityRef } = credentials.principal;
    const own: OwnFeedback = { answer: await store.find(query, userEntityRef) };
    res.json(own);
  });

  router.put('/page-feedback/own', readJson(), async (req, res) => {
    const input = parseInput(putFeedbackSchema, req.body);
    const { entityRef, path, isHelpful } = input;
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const answer = await audited(options, {
      eventId: 'page-feedback-give',
      severityLevel: 'low',
      request: req,
      meta: { entityRef, path, isHelpful },
      access: {
        credentials,
        permissions: [{ permission: docsFeedbackGivePermission }],
        refusal: () => 'You may not say whether pages are helpful',
      },
      async work() {
        await sites.requirePage(input, { credentials });
        return store.put(input, {
          authorRef: credentials.principal.userEntityRef,
          at: new Date(),
        });
      },
    });
    const own: OwnFeedback = { answer };
    res.json(own);
  });

  // What readers said is for the owner alone, with the names of who said it.
  const requireOwner = async (
    resourceRef: string,
    credentials: BackstageCredentials,
  ) => {
    await sites.requireEntity(resourceRef, { credentials });
    await requirePermissions(permissions, {
      credentials,
      permissions: [{ permission: docsFeedbackReadPermission, resourceRef }],
      refusal: async () =>
        words.error(
          NotAllowedError,
          words.describe(
            'docs.refusal.readFeedback',
            await readOwnerNames([resourceRef], { catalog, credentials }),
          ),
        ),
    });
  };

  router.get('/page-feedback', async (req, res) => {
    const { entityRef } = parseQuery(feedbackQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await requireOwner(entityRef, credentials);
    const items = await store.listPages(entityRef);
    res.json({ items, totalItems: items.length });
  });

  router.get('/page-feedback/comments', async (req, res) => {
    const query = parseQuery(feedbackCommentsQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await requireOwner(query.entityRef, credentials);
    res.json(await store.listComments(query));
  });

  return router;
}

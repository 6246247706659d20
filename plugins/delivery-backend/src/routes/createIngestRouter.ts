import { words } from '../deliveryWords';
import {
  audited,
  type AuditedServices,
  PayloadTooLargeError,
  requirePermissions,
} from '@atrium/backend-common';
import { noQuerySchema, parseQuery } from '@atrium/common';
import {
  deliveryIngestReadPermission,
  type IngestAnswer,
} from '@atrium/plugin-delivery-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  InputError,
  NotAllowedError,
} from '@backstage/errors';
import express, { type RequestHandler, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { IngestService } from '../services/ingest/IngestService';
import {
  isContextInBody,
  readCloudEvents,
} from '../services/ingest/readCloudEvents';
import type { WebhookAuthenticator } from '../services/ingest/WebhookAuthenticator';

/** What the ingest routes need. */
export interface IngestRouterOptions extends AuditedServices {
  httpAuth: HttpAuthService;
  ingest: IngestService;
  webhooks: WebhookAuthenticator;
}

const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Where events come in, and where one sees what came in. */
export function createIngestRouter(options: IngestRouterOptions): Router {
  const { httpAuth, permissions, ingest, webhooks } = options;
  const router = PromiseRouter();

  // Whoever shows a token is checked before the body is read.
  const checkToken: RequestHandler = async (req, _res, next) => {
    parseQuery(noQuerySchema, req.query);
    if (!webhooks.isSigned(req.headers)) {
      await httpAuth.credentials(req, { allow: ['service'] });
    }
    next();
  };

  router.post('/events', checkToken, readRawBody(), async (req, res) => {
    const body: Buffer = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
    const sender = webhooks.isSigned(req.headers)
      ? webhooks.authenticate(req.headers, body)
      : undefined;
    const { mode, events } = readCloudEvents(req.headers, body);
    if (sender && mode === 'binary' && !isContextInBody(events[0])) {
      throw new AuthenticationError(
        "The signed body must hold the 'context' of the event, and it must say what the headers say",
      );
    }
    const answer = await audited(options, {
      eventId: 'event-ingest',
      // A busy organisation sends many a second, and each is stored anyway.
      severityLevel: 'low',
      request: req,
      meta: { webhook: sender?.name, events: events.length },
      work: async () =>
        checkSingle(
          mode,
          await ingest.ingest(events, { sourcePrefix: sender?.sourcePrefix }),
        ),
      describe: ({ refused }) => ({ refused }),
    });
    res.json(answer);
  });

  router.get('/ingest', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    await requirePermissions(permissions, {
      credentials,
      permissions: [{ permission: deliveryIngestReadPermission }],
      refusal: () =>
        words.error(NotAllowedError, words.describe('delivery.refusal.ingest')),
    });
    res.json(await ingest.getStatus());
  });

  return router;
}

/** Whoever sends one event should notice by the status that it is refused. */
function checkSingle(mode: string, answer: IngestAnswer): IngestAnswer {
  const [{ status, reason } = { status: undefined, reason: undefined }] =
    answer.results;
  if (mode !== 'batch' && status === 'refused') {
    throw new InputError(reason ?? 'The event was refused');
  }
  return answer;
}

/** The body as it came: signatures are over bytes. */
function readRawBody(): RequestHandler {
  const read = express.raw({ type: () => true, limit: MAX_BODY_BYTES });
  return (req, res, next) => {
    read(req, res, (error?: unknown) => {
      const isTooLarge =
        error instanceof Error &&
        'type' in error &&
        error.type === 'entity.too.large';
      next(
        isTooLarge
          ? new PayloadTooLargeError(
              `The body may have ${MAX_BODY_BYTES} bytes; send the events in smaller batches`,
            )
          : error,
      );
    });
  };
}

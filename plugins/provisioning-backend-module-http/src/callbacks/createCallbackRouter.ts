import { audited, type AuditedServices } from '@atrium/backend-common';
import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import { InputError } from '@backstage/errors';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { CallbackVerifier } from './CallbackVerifier';

/** What the callback route needs. */
export interface CallbackRouterOptions extends AuditedServices {
  verifier: CallbackVerifier;
  /** Has the engine look at a resource. */
  wake(resourceId: string): Promise<void>;
}

const MAX_BODY = '64kb';

/** Automations may say more; nothing else is read. */
const callbackSchema = z.object({ resourceId: z.uuid() });

/**
 * Where automations say that there is news of a resource. What the news is, the
 * driver asks for, so that an old callback that comes again does no harm.
 */
export function createCallbackRouter(options: CallbackRouterOptions): Router {
  const { verifier, wake } = options;
  const router = PromiseRouter();
  // Signatures are over the body as it came.
  const readBody = express.text({ type: () => true, limit: MAX_BODY });

  router.post('/callbacks/:automation', readBody, async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const { automation } = req.params;
    const body = typeof req.body === 'string' ? req.body : '';
    await audited(options, {
      eventId: 'callback-receive',
      severityLevel: 'low',
      request: req,
      meta: { automation },
      // Automations have no account: their signature says who they are.
      async work() {
        verifier.verify(
          automation,
          {
            id: req.get('webhook-id'),
            timestamp: req.get('webhook-timestamp'),
            signature: req.get('webhook-signature'),
          },
          body,
        );
        const { resourceId } = parseInput(callbackSchema, parseJson(body));
        await wake(resourceId);
        return { resourceId };
      },
      describe: ({ resourceId }) => ({ resourceId }),
    });
    res.status(202).end();
  });

  return router;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new InputError('The body is no JSON');
  }
}

import { parseInput } from '@atrium/common';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';

const serviceQuerySchema = z.object({
  entity: z.object({
    kind: z.string().min(1),
    metadata: z.object({
      name: z.string().min(1),
      namespace: z.string().min(1).optional(),
    }),
  }),
});

/**
 * Refuses queries that name no entity, which the stock plugin answers as its
 * own failure. Nothing but the name of the entity counts: the rest of it comes
 * from the catalog.
 */
export function createServiceQueryGuard(): Router {
  const router = PromiseRouter();
  router.use(express.json());
  router.post('/:serviceId', async req => {
    parseInput(serviceQuerySchema, req.body);
    return 'next';
  });
  return router;
}

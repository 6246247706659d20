import {
  entityRefSchema,
  noQuerySchema,
  parseInput,
  parseQuery,
} from '@atrium/common';
import { nameSchema } from '@atrium/common/yaml';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { Badges } from './Badges';
import { drawBadge, UNKNOWN_BADGE } from './drawBadge';

/** What the route of badges needs. */
export interface BadgeRouterOptions {
  httpAuth: HttpAuthService;
  badges: Badges;
  /** Whether everybody who reaches the portal may see every badge. */
  hasPublicBadges: boolean;
}

/** What cannot be a name is unknown, like what is none. */
const parametersSchema = z.object({
  scorecard: z.string(),
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
});

const subjectSchema = z.object({
  scorecard: nameSchema,
  entityRef: entityRefSchema,
});

/** How long a copy may be shown without asking whether it has changed. */
const MAX_AGE_SECONDS = 300;

/** Badges for READMEs. */
export function createBadgeRouter(options: BadgeRouterOptions): Router {
  const { badges, hasPublicBadges, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/badge/:scorecard/:kind/:namespace/:name', async (req, res) => {
    const { scorecard, kind, namespace, name } = parseInput(
      parametersSchema,
      req.params,
    );
    parseQuery(noQuerySchema, req.query);
    const reader = hasPublicBadges
      ? undefined
      : { credentials: await httpAuth.credentials(req) };
    const about = subjectSchema.safeParse({
      scorecard,
      entityRef: `${kind}:${namespace}/${name.replace(/\.svg$/, '')}`,
    });
    const badge = about.success
      ? await badges.get(about.data, reader)
      : UNKNOWN_BADGE;
    res
      .type('image/svg+xml')
      .set({
        'cache-control': `${
          hasPublicBadges ? 'public' : 'private'
        }, max-age=${MAX_AGE_SECONDS}`,
        // Opened by itself, it is a document of the portal's origin.
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        // Shown on the pages of git hosts.
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
      })
      .send(drawBadge(badge));
  });

  return router;
}

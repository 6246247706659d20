import { sendCsvItems } from '@atrium/backend-common';
import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import {
  entityFactsQuerySchema,
  pushFactsSchema,
} from '@atrium/plugin-scorecard-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ScorecardConfig } from '../config/readScorecardConfig';
import { factCsv } from '../facts/factCsv';
import type { FactPushes } from '../facts/FactPushes';
import type { FactReads } from '../facts/FactReads';

/** What the routes of facts need. */
export interface FactRouterOptions {
  config: Pick<ScorecardConfig, 'factSenders'>;
  factPushes: FactPushes;
  factReads: FactReads;
  httpAuth: HttpAuthService;
}

/** Which facts there are, and facts that are sent here. */
export function createFactRouter(options: FactRouterOptions): Router {
  const { config, factPushes, factReads, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/facts', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(await factReads.list());
  });

  router.get('/facts.csv', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    await httpAuth.credentials(req);
    const { items: providers } = await factReads.list();
    const items = providers.flatMap(provider =>
      provider.facts.map(fact => ({ fact, provider })),
    );
    await sendCsvItems(res, items, {
      fileName: 'facts.csv',
      columns: factCsv,
    });
  });

  router.get('/facts/entity', async (req, res) => {
    const { entityRef } = parseQuery(entityFactsQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    res.json(await factReads.getEntity(entityRef, { credentials }));
  });

  router.post(
    '/facts',
    async (req, _res, next) => {
      // Before a large body is read.
      const { principal } = await httpAuth.credentials(req, {
        allow: ['service'],
      });
      const { subject } = principal;
      if (
        !subject.startsWith('plugin:') &&
        !config.factSenders.includes(subject)
      ) {
        throw new NotAllowedError(
          `'${subject}' may not send facts: 'scorecard.factSenders' of the configuration does not name it`,
        );
      }
      next();
    },
    express.json({ limit: '20mb' }),
    async (req, res) => {
      const { items } = parseInput(pushFactsSchema, req.body);
      res.json(await factPushes.push(items));
    },
  );

  return router;
}

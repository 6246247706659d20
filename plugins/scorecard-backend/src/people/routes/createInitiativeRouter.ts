import { NotAllowedError } from '@backstage/errors';
import { words } from '../../scorecardWords';
import {
  audited,
  type AuditedServices,
  sendCsv,
  sendCsvItems,
} from '@atrium/backend-common';
import {
  MAX_PAGE_SIZE,
  noQuerySchema,
  parseInput,
  parseQuery,
} from '@atrium/common';
import {
  initiativeInputSchema,
  initiativeQuerySchema,
  remainingCsvQuerySchema,
  scorecardInitiativeManagePermission,
} from '@atrium/plugin-scorecard-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Initiatives } from '../initiatives/Initiatives';
import { idParametersSchema } from './createExemptionRouter';
import { initiativeCsv, remainingCsv } from './initiativeCsv';

/** What the routes of initiatives need. */
export interface InitiativeRouterOptions extends AuditedServices {
  httpAuth: HttpAuthService;
  initiatives: Initiatives;
}

const exportQuerySchema = initiativeQuerySchema.omit({
  limit: true,
  cursor: true,
});

/** Whose they may manage, the owner of the scorecard says. */
const managing = {
  permissions: [{ permission: scorecardInitiativeManagePermission }],
  refusal: () =>
    words.error(NotAllowedError, words.describe('scorecard.refusal.manageAny')),
};

/** What some entities shall reach by a day. */
export function createInitiativeRouter(
  options: InitiativeRouterOptions,
): Router {
  const { httpAuth, initiatives } = options;
  const router = PromiseRouter();

  router.get('/initiatives', async (req, res) => {
    const query = parseQuery(initiativeQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await initiatives.list(query, { credentials }));
  });

  router.get('/initiatives.csv', async (req, res) => {
    const query = parseQuery(exportQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    await sendCsv(res, {
      fileName: 'initiatives.csv',
      columns: initiativeCsv,
      readPage: cursor =>
        initiatives.list(
          { ...query, limit: MAX_PAGE_SIZE, cursor },
          { credentials },
        ),
    });
  });

  router.get('/initiatives/remaining.csv', async (req, res) => {
    const { initiative } = parseQuery(remainingCsvQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    const items = await initiatives.listRemaining(initiative, { credentials });
    await sendCsvItems(res, items, {
      fileName: 'initiative-remaining.csv',
      columns: remainingCsv,
    });
  });

  router.get('/initiatives/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req);
    res.json(await initiatives.get(id, { credentials }));
  });

  router.post('/initiatives', async (req, res) => {
    const input = parseInput(initiativeInputSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { title, scorecard } = input;
    const created = await audited(options, {
      eventId: 'initiative-create',
      request: req,
      meta: { title, scorecard },
      access: { credentials, ...managing },
      work: () => initiatives.create(input, { credentials }),
      describe: ({ id }) => ({ initiativeId: id }),
    });
    res.status(201).json(created);
  });

  router.put('/initiatives/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const input = parseInput(initiativeInputSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const found = await initiatives.find(id);
    const updated = await audited(options, {
      eventId: 'initiative-update',
      request: req,
      meta: { initiativeId: id, title: input.title },
      access: { credentials, ...managing },
      work: () => initiatives.update(found, input, { credentials }),
    });
    res.json(updated);
  });

  router.delete('/initiatives/:id', async (req, res) => {
    const { id } = parseInput(idParametersSchema, req.params);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const found = await initiatives.find(id);
    const cancelled = await audited(options, {
      eventId: 'initiative-cancel',
      request: req,
      meta: { initiativeId: id, title: found.title },
      access: { credentials, ...managing },
      work: () => initiatives.cancel(found, { credentials }),
    });
    res.json(cancelled);
  });

  return router;
}

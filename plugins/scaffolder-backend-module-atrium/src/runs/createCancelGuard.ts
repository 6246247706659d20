import { words } from '../templateWords';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { Response } from 'express';
import Router from 'express-promise-router';
import type { Run, RunStore } from './RunStore';
import type { RunWatcher } from './RunWatcher';

/** What {@link createCancelGuard} asks. */
export interface CancelGuardOptions {
  httpAuth: HttpAuthService;
  runs: Pick<RunStore, 'find'>;
  scaffolder: Pick<ScaffolderService, 'getTask'>;
  watcher: Pick<RunWatcher, 'settle'>;
}

/** A person waits for the answer. */
const PATIENCE_MS = 5_000;
const POLL_MS = 250;
const SILENT_SECONDS = 5;

/**
 * Stands before the route that cancels a run. The scaffolder answers that a
 * run is cancelled as soon as it has noted the wish, whatever becomes of it;
 * here the answer is what became of it.
 */
export function createCancelGuard(options: CancelGuardOptions) {
  const { httpAuth, runs, scaffolder, watcher } = options;
  const router = Router();

  router.post('/v2/tasks/:taskId/cancel', async (req, res, next) => {
    const { taskId } = req.params;
    const credentials = await httpAuth.credentials(req);
    // Refuses whoever may not even see the run.
    const task = await scaffolder.getTask({ taskId }, { credentials });
    requireOngoing(task.status);
    answerLater(res, async () => {
      const status = await waitForEnd(taskId);
      if (status !== 'cancelled') {
        requireOngoing(status);
      }
      return status === 'cancelled'
        ? { code: 200, body: { status } }
        : { code: 202, body: { status: 'cancelling' } };
    }).catch(next);
    next();
  });

  return router;

  async function waitForEnd(taskId: string): Promise<Run['status']> {
    for (let waitedMs = 0; ; waitedMs += POLL_MS) {
      const run = await runs.find(taskId);
      if (run) {
        await watcher.settle(run, SILENT_SECONDS);
      }
      const status = (await runs.find(taskId))?.status ?? 'cancelled';
      if (status === 'failed' && run?.status !== 'failed') {
        // It ended between the two looks, and is yet to be settled.
        continue;
      }
      const isOngoing = status === 'open' || status === 'processing';
      if (!isOngoing || waitedMs >= PATIENCE_MS) {
        return status;
      }
      await sleep(POLL_MS);
    }
  }
}

function requireOngoing(status: string): void {
  if (status !== 'open' && status !== 'processing') {
    throw words.error(
      ConflictError,
      words.describe('templates.refusal.ended', { status }),
    );
  }
}

interface Answer {
  code: number;
  body: object;
}

/** Has a response that succeeds say something else, found out after it. */
function answerLater(
  res: Response,
  find: () => Promise<Answer>,
): Promise<void> {
  const send = res.json.bind(res);
  return new Promise((resolve, reject) => {
    res.json = body => {
      res.json = send;
      if (res.statusCode !== 200) {
        resolve();
        return send(body);
      }
      find().then(answer => {
        res.status(answer.code);
        send(answer.body);
        resolve();
      }, reject);
      return res;
    };
  });
}

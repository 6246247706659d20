import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { startAllocation } from './allocation/startAllocation';
import { startAnswers } from './answers/startAnswers';
import type { CostEnvironment } from './CostEnvironment';
import { startImports } from './imports/startImports';
import { startWatch } from './watch/startWatch';

/** Starts the parts of cost; the contract of their routes is in the README. */
export async function createRouter(
  environment: CostEnvironment,
): Promise<Router> {
  const router = PromiseRouter();
  const answers = await startAnswers(environment);
  const watch = await startWatch(environment, answers);
  const allocation = await startAllocation(environment, watch);
  const imports = await startImports(environment, allocation);
  for (const part of [imports, allocation, answers, watch]) {
    router.use(part.router);
  }
  return router;
}

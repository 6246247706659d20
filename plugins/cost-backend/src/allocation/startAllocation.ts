import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CostEnvironment } from '../CostEnvironment';
import type { ImportActivation } from '../imports/ImportActivation';

/** What allocation gives to the other parts. */
export interface StartedAllocation {
  router: Router;
  activation: ImportActivation;
}

export async function startAllocation(
  _environment: CostEnvironment,
): Promise<StartedAllocation> {
  return {
    router: PromiseRouter(),
    activation: { activate: async () => undefined },
  };
}

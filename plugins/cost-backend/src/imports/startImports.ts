import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CostEnvironment } from '../CostEnvironment';
import type { ImportActivation } from './ImportActivation';

export async function startImports(
  _environment: CostEnvironment,
  _allocation: { activation: ImportActivation },
): Promise<{ router: Router }> {
  return { router: PromiseRouter() };
}

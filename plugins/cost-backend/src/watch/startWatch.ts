import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CostEnvironment } from '../CostEnvironment';

export async function startWatch(
  _environment: CostEnvironment,
  _answers: object,
): Promise<{ router: Router }> {
  return { router: PromiseRouter() };
}

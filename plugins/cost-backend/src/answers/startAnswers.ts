import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CostEnvironment } from '../CostEnvironment';

export async function startAnswers(
  _environment: CostEnvironment,
): Promise<{ router: Router }> {
  return { router: PromiseRouter() };
}

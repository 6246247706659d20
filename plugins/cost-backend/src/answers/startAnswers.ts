import { Ownership } from '@atrium/backend-common';
import type { Router } from 'express';
import { readCurrencyConfig } from '../config/readCurrencyConfig';
import type { CostEnvironment } from '../CostEnvironment';
import { CostAccess } from './access/CostAccess';
import { CostScopes } from './access/CostScopes';
import { createAnswerRouter } from './createAnswerRouter';
import { CatalogBudgets } from './budgets/CatalogBudgets';
import { ResourceReads } from './charges/ResourceReads';
import { RowReads } from './charges/RowReads';
import { MoverReads } from './movers/MoverReads';
import { BreakdownReads } from './reads/BreakdownReads';
import type { ReadContext } from './reads/ReadContext';
import { SavingReads } from './savings/SavingReads';
import { UnitCostReads } from './unitCosts/UnitCostReads';
import { SeriesReads } from './reads/SeriesReads';
import { SummariesReads } from './reads/SummariesReads';
import { SummaryReads } from './reads/SummaryReads';

/** What answers give to the other parts. */
export interface StartedAnswers {
  breakdown: BreakdownReads;
  budgets: CatalogBudgets;
  context: ReadContext;
  router: Router;
  summary: SummaryReads;
}

/** Starts what says what everything costs. */
export async function startAnswers(
  environment: CostEnvironment,
): Promise<StartedAnswers> {
  const ownership = new Ownership(environment);
  const scopes = new CostScopes({ ...environment, ownership });
  const context: ReadContext = {
    ...environment,
    access: new CostAccess({ ...environment, ownership, scopes }),
    currency: readCurrencyConfig(environment.config).currency,
    scopes,
  };
  const budgets = new CatalogBudgets(environment.catalog);
  const breakdown = new BreakdownReads(context);
  const summary = new SummaryReads(context);
  return {
    breakdown,
    budgets,
    context,
    summary,
    router: createAnswerRouter({
      ...environment,
      breakdown,
      movers: new MoverReads(context),
      resources: new ResourceReads(context),
      rows: new RowReads(context),
      savings: new SavingReads({ ...environment, ...context }),
      series: new SeriesReads(context),
      summaries: new SummariesReads({ ...context, budgets }),
      summary,
      unitCosts: new UnitCostReads(context),
    }),
  };
}

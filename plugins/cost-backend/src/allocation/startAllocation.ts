import { ALL_COST_REF } from '@atrium/plugin-cost-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { readCurrencyConfig } from '../config/readCurrencyConfig';
import type { CostEnvironment } from '../CostEnvironment';
import { scheduleExchangeRates } from '../currency/scheduleExchangeRates';
import { ExchangeRateStore } from '../database/ExchangeRateStore';
import { EntityStore } from '../entities/EntityStore';
import { scheduleEntities } from '../entities/scheduleEntities';
import type { ImportActivation } from '../imports/ImportActivation';
import { Activation } from './Activation';
import { GenerationStore } from './generations/GenerationStore';
import { Recalculation } from './generations/Recalculation';
import { KeyTargets } from './targets/KeyTargets';
import { AllocationStore } from './versions/AllocationStore';

/** What allocation gives to the other parts. */
export interface StartedAllocation {
  router: Router;
  activation: ImportActivation;
}

/** Starts what says whose every charge is, and keeps the sums. */
export async function startAllocation(
  environment: CostEnvironment,
): Promise<StartedAllocation> {
  const { knex, logger, scheduler, signals } = environment;
  await scheduleExchangeRates({
    config: readCurrencyConfig(environment.config),
    rates: new ExchangeRateStore(knex),
    scheduler,
  });
  await scheduleEntities({
    ...environment,
    entities: new EntityStore(knex),
  });
  const generations = new GenerationStore(knex);
  await scheduler.scheduleTask({
    id: 'cost-sums-retention',
    scope: 'global',
    frequency: { minutes: 10 },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 30 },
    async fn() {
      const removedCount = await generations.removeRetired();
      if (removedCount > 0) {
        logger.info('Removed sums that others replaced', { removedCount });
      }
    },
  });
  return {
    router: PromiseRouter(),
    activation: new Activation({
      allocations: new AllocationStore(knex),
      keyTargets: new KeyTargets(knex),
      onChange: () => signals.publish([ALL_COST_REF], ['charges']),
      recalculation: new Recalculation({ generations, knex }),
    }),
  };
}

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
import { AllocationChanges } from './AllocationChanges';
import { startAllocationFiles } from './definitions/startAllocationFiles';
import { GenerationStore } from './generations/GenerationStore';
import { Recalculation } from './generations/Recalculation';
import { scheduleAllocation } from './scheduleAllocation';
import { KeyTargets } from './targets/KeyTargets';
import { WorldStore } from './targets/WorldStore';
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
  const { knex, signals } = environment;
  const currencyConfig = readCurrencyConfig(environment.config);
  await scheduleExchangeRates({
    ...environment,
    config: currencyConfig,
    rates: new ExchangeRateStore(knex),
  });
  await scheduleEntities({ ...environment, entities: new EntityStore(knex) });
  const generations = new GenerationStore(knex);
  const parts = {
    allocations: new AllocationStore(knex),
    generations,
    keyTargets: new KeyTargets(knex),
    knex,
    recalculation: new Recalculation({
      currency: currencyConfig.currency,
      generations,
      knex,
    }),
    worlds: new WorldStore(knex),
  };
  const files = await startAllocationFiles(environment, parts.allocations);
  await scheduleAllocation({
    ...environment,
    ...parts,
    changes: new AllocationChanges(parts),
    files,
  });
  return {
    router: PromiseRouter(),
    activation: new Activation({
      ...parts,
      onChange: () => signals.publish([ALL_COST_REF], ['charges']),
    }),
  };
}

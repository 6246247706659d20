import { FileProposals } from '@atrium/backend-common';
import { ALL_COST_REF } from '@atrium/plugin-cost-common';
import type { Router } from 'express';
import { readAllocationConfig } from '../config/readAllocationConfig';
import { readCurrencyConfig } from '../config/readCurrencyConfig';
import type { CostEnvironment } from '../CostEnvironment';
import { scheduleExchangeRates } from '../currency/scheduleExchangeRates';
import { ExchangeRateStore } from '../database/ExchangeRateStore';
import { EntityStore } from '../entities/EntityStore';
import { keepCostEntities } from '../entities/keepCostEntities';
import type { ImportActivation } from '../imports/ImportActivation';
import type { WatchAlarms } from '../watch/scheduleWatch';
import { Activation } from './Activation';
import { AllocationChanges } from './AllocationChanges';
import { createAllocationRouter } from './createAllocationRouter';
import { startAllocationFiles } from './definitions/startAllocationFiles';
import { DryRuns } from './dryRuns/DryRuns';
import { GenerationStore } from './generations/GenerationStore';
import { Recalculation } from './generations/Recalculation';
import { AllocationProposalSubjects } from './proposals/AllocationProposalSubjects';
import { AllocationReads } from './reads/AllocationReads';
import { UnallocatedReads } from './reads/UnallocatedReads';
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
  { alarms }: { alarms: WatchAlarms },
): Promise<StartedAllocation> {
  const { knex, signals } = environment;
  const currencyConfig = readCurrencyConfig(environment.config);
  await scheduleExchangeRates({
    ...environment,
    config: currencyConfig,
    rates: new ExchangeRateStore(knex),
  });
  const { currency } = currencyConfig;
  const generations = new GenerationStore(knex);
  const parts = {
    allocations: new AllocationStore(knex),
    generations,
    keyTargets: new KeyTargets(knex),
    knex,
    recalculation: new Recalculation({
      currency,
      generations,
      knex,
    }),
    worlds: new WorldStore(knex),
  };
  const onSumsChanged = () => {
    signals.publish([ALL_COST_REF], ['charges']);
    alarms.onSumsChanged();
  };
  const allocationAlarms = await scheduleAllocation({
    ...parts,
    environment,
    onSumsChanged,
    changes: new AllocationChanges(parts),
  });
  await keepCostEntities({
    ...environment,
    entities: new EntityStore(knex),
    onChanged() {
      allocationAlarms.onEntitiesChanged();
      alarms.onEntitiesChanged();
    },
  });
  const config = readAllocationConfig(environment.config);
  const files = await startAllocationFiles({
    allocations: parts.allocations,
    config,
    environment,
    onRead: allocationAlarms.onRulesRead,
  });
  const shared = { ...environment, ...parts, config, currency };
  return {
    router: createAllocationRouter({
      ...environment,
      dryRuns: new DryRuns(shared),
      proposals: new FileProposals({
        ...environment,
        onCommit: url => files.reads.reread(url),
      }),
      proposalSubjects: new AllocationProposalSubjects(shared),
      reads: new AllocationReads({ ...shared, files: files.files }),
      unallocated: new UnallocatedReads(shared),
    }),
    activation: new Activation({
      ...parts,
      onChange: onSumsChanged,
    }),
  };
}

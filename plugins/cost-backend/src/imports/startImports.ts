import { ALL_COST_REF } from '@atrium/plugin-cost-common';
import type { Router } from 'express';
import { readImportConfig } from '../config/readImportConfig';
import type { CostEnvironment } from '../CostEnvironment';
import { createImportRouter } from './createImportRouter';
import { ChargeStore } from './database/ChargeStore';
import { ImportReadStore } from './database/ImportReadStore';
import { ImportStore } from './database/ImportStore';
import { OpenCostDayStore } from './database/OpenCostDayStore';
import { SourceStore } from './database/SourceStore';
import type { ImportActivation } from './ImportActivation';
import { ImportMetrics } from './ImportMetrics';
import { ImportReads } from './ImportReads';
import { ImportRunner } from './ImportRunner';
import { Imports } from './Imports';
import { scheduleImports } from './scheduleImports';
import { removeLeftFolders } from './WorkFolder';

/** Starts what brings bills in. */
export async function startImports(
  environment: CostEnvironment,
  { activation }: { activation: ImportActivation },
): Promise<{ router: Router }> {
  const { knex, lifecycle, metrics, signals } = environment;
  const config = readImportConfig(environment.config);
  const imports = new ImportStore(knex);
  const sources = new SourceStore(knex);
  const charges = new ChargeStore(knex);
  const reads = new ImportReads({ reads: new ImportReadStore(knex), sources });
  const onProgress = () => signals.publish([ALL_COST_REF], ['import']);
  const runner = new ImportRunner({
    ...environment,
    ...{ activation, charges, imports, onProgress },
    metrics: new ImportMetrics(metrics),
  });
  lifecycle.addShutdownHook(() => runner.stop());
  await removeLeftFolders();
  await sources.configure(
    new Map([...config.sources].map(([name, { kind }]) => [name, kind])),
  );
  await scheduleImports({
    ...environment,
    ...{ charges, config, imports, runner, sources },
    openCostDays: new OpenCostDayStore(knex),
  });
  return {
    router: createImportRouter({
      ...environment,
      reads,
      imports: new Imports({
        ...environment,
        ...{ config, imports, onProgress, reads, runner, sources },
      }),
    }),
  };
}

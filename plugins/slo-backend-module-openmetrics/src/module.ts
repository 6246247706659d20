import { sloSourcesExtensionPoint } from '@atrium/plugin-slo-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readOpenMetricsConfig } from './config/readOpenMetricsConfig';
import { ScrapeStore } from './database/ScrapeStore';
import { OpenMetricsEndpoints } from './OpenMetricsEndpoints';
import { HISTORY_MINUTES, OpenMetricsSource } from './OpenMetricsSource';
import { Scraper } from './scraping/Scraper';
import { ScrapeTask } from './scraping/ScrapeTask';

/** Counts what services show at /metrics, by scraping them. */
export const sloModuleOpenMetrics = createBackendModule({
  pluginId: 'slo',
  moduleId: 'openmetrics',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        slo: sloSourcesExtensionPoint,
      },
      async init({ config, database, logger, scheduler, slo }) {
        const settings = readOpenMetricsConfig(config);
        const endpoints = new OpenMetricsEndpoints(settings.endpoints);
        const store = await ScrapeStore.create(database);
        slo.addSource(new OpenMetricsSource({ endpoints, store }));
        const scraper = new Scraper({ ...settings, endpoints });
        const task = new ScrapeTask({ store, scraper, logger });
        await scheduler.scheduleTask({
          id: 'slo-openmetrics-scrape',
          frequency: settings.interval,
          timeout: { minutes: 1 },
          scope: 'global',
          fn: signal => task.run(signal),
        });
        await scheduler.scheduleTask({
          id: 'slo-openmetrics-retention',
          frequency: { hours: 1 },
          timeout: { minutes: 10 },
          initialDelay: { minutes: 5 },
          scope: 'global',
          fn: () =>
            store.deleteBefore(
              new Date(Date.now() - (HISTORY_MINUTES + 60) * 60_000),
            ),
        });
      },
    });
  },
});

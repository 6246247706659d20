import { createService } from './createService.ts';
import { InMemoryItemStore } from './items.ts';
import { createLogger } from './createLogger.ts';
import { readSettings } from './readSettings.ts';

const settings = readSettings(process.env);
const logger = createLogger({ level: settings.logLevel });
const service = createService({ items: new InMemoryItemStore(), logger });

service.server.listen(settings.port, () => {
  logger.info('Listening', { port: settings.port });
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    logger.info('Stopping', { signal });
    service.stop({ drainMs: settings.drainMs }).then(
      () => process.exit(0),
      error => {
        logger.error('Did not stop cleanly', { error: String(error) });
        process.exit(1);
      },
    );
  });
}

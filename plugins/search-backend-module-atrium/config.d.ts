import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Entities. */
      catalog?: {
        /**
         * When all of them are read anew. Default: once a day, since the engine on
         * PostgreSQL follows changes, and reads all when it starts or when their
         * number does not fit. Every 10 minutes with another engine.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
      /** Operations, schemas, channels, messages and types of API definitions. */
      apiDefinitions?: {
        /** As for `catalog`. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}

import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Operations, schemas, channels, messages and types of API definitions. */
      apiDefinitions?: {
        /**
         * When definitions are read anew. Default: every 10 minutes, at most 15
         * minutes long, for the first time 10 seconds after the start.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}

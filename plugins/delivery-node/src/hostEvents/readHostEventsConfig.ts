import type { Config } from '@backstage/config';

/** How delivery hears of a git host by itself. */
export interface HostEventsConfig {
  /** Whether its webhooks are listened to. */
  isListening: boolean;
  /** The labels that make an issue an incident. */
  incidentLabels: string[];
}

/** Reads the section of a git host, such as `delivery.github`. */
export function readHostEventsConfig(
  config: Config,
  key: string,
): HostEventsConfig {
  const section = config.getOptionalConfig(key);
  return {
    isListening: section?.getOptionalBoolean('webhooks') ?? true,
    incidentLabels: section?.getOptionalStringArray('incidentLabels') ?? [
      'incident',
    ],
  };
}

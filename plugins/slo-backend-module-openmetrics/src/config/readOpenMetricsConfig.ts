import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { EndpointPattern } from './EndpointPattern';

/** What may be scraped. */
export interface EndpointConfig {
  name: string;
  pattern: EndpointPattern;
  headers: Record<string, string>;
}

/** What `slo.openmetrics` in the configuration says. */
export interface OpenMetricsConfig {
  interval: HumanDuration;
  timeoutMs: number;
  maxBytes: number;
  endpoints: EndpointConfig[];
}

const MIN_INTERVAL_MS = 5_000;
const MAX_INTERVAL_MS = 30_000;

/** Reads and checks `slo.openmetrics`, the only reader of that section. */
export function readOpenMetricsConfig(
  root: RootConfigService,
): OpenMetricsConfig {
  const config = root.getOptionalConfig('slo.openmetrics');
  const interval = readDuration(config, 'interval', { seconds: 15 });
  const intervalMs = durationToMilliseconds(interval);
  if (intervalMs < MIN_INTERVAL_MS || intervalMs > MAX_INTERVAL_MS) {
    throw new InputError(
      "'slo.openmetrics.interval' must be from 5 to 30 seconds",
    );
  }
  const timeoutMs = durationToMilliseconds(
    readDuration(config, 'timeout', { seconds: 10 }),
  );
  const maxBytes = config?.getOptionalNumber('maxBytes') ?? 10_485_760;
  for (const [key, value] of Object.entries({ timeout: timeoutMs, maxBytes })) {
    if (!(value > 0)) {
      throw new InputError(`'slo.openmetrics.${key}' must be above zero`);
    }
  }
  const endpoints = config?.getOptionalConfig('endpoints');
  return {
    interval,
    timeoutMs,
    maxBytes,
    endpoints: (endpoints?.keys() ?? []).map(name => {
      const key = `'slo.openmetrics.endpoints.${name}.url'`;
      const endpoint = endpoints?.getConfig(name);
      const headers = endpoint?.getOptionalConfig('headers');
      return {
        name,
        pattern: EndpointPattern.parse(endpoint?.getString('url') ?? '', key),
        headers: Object.fromEntries(
          (headers?.keys() ?? []).map(header => [
            header,
            headers?.getString(header) ?? '',
          ]),
        ),
      };
    }),
  };
}

function readDuration(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): HumanDuration {
  return config?.has(key) ? readDurationFromConfig(config, { key }) : fallback;
}

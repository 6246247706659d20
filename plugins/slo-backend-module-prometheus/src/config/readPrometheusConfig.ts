import {
  readPositiveMs,
  readTls,
  type TlsConfig,
} from '@atrium/backend-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A system that answers PromQL. */
export interface PrometheusSourceConfig {
  name: string;
  url: string;
  headers: Record<string, string>;
  tls?: TlsConfig;
  timeoutMs: number;
  concurrency: number;
  historyMinutes: number;
}

/** Reads and checks `slo.prometheus`, the only reader of that section. */
export async function readPrometheusConfig(
  root: RootConfigService,
): Promise<PrometheusSourceConfig[]> {
  const sources = root.getOptionalConfig('slo.prometheus.sources');
  return Promise.all(
    (sources?.keys() ?? []).map(async name => {
      const key = `slo.prometheus.sources.${name}`;
      return readSource(root, { name, key });
    }),
  );
}

async function readSource(
  root: Config,
  { name, key }: { name: string; key: string },
): Promise<PrometheusSourceConfig> {
  const config = root.getConfig(key);
  const url = config.getString('url').replace(/\/+$/, '');
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (!['http:', 'https:'].includes(protocol)) {
    throw new InputError(
      `'${key}.url' must be an http or https address, got '${url}'`,
    );
  }
  const concurrency = config.getOptionalNumber('concurrency') ?? 4;
  if (!(Number.isInteger(concurrency) && concurrency > 0)) {
    throw new InputError(`'${key}.concurrency' must be a whole number above 0`);
  }
  const historyMs = readPositiveMs(root, {
    key: `${key}.history`,
    fallback: { days: 15 },
  });
  return {
    name,
    url,
    headers: readHeaders(config, key),
    tls: await readTls(config, key),
    timeoutMs: readPositiveMs(root, {
      key: `${key}.timeout`,
      fallback: { seconds: 20 },
    }),
    concurrency,
    historyMinutes: Math.floor(historyMs / 60_000),
  };
}

function readHeaders(config: Config, key: string): Record<string, string> {
  const token = config.getOptionalString('token');
  const username = config.getOptionalString('username');
  const password = config.getOptionalString('password');
  const tenant = config.getOptionalString('tenant');
  if ((username === undefined) !== (password === undefined)) {
    throw new InputError(
      `'${key}' must have both 'username' and 'password', or neither`,
    );
  }
  if (token !== undefined && username !== undefined) {
    throw new InputError(
      `'${key}' must have either 'token' or 'username', not both`,
    );
  }
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    ...(tenant !== undefined && { 'X-Scope-OrgID': tenant }),
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(username !== undefined && { Authorization: `Basic ${basic}` }),
  };
}

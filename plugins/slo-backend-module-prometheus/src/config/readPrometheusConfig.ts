import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { readFile } from 'node:fs/promises';

/** Certificates, as PEM. */
export interface TlsConfig {
  ca?: string;
  cert?: string;
  key?: string;
}

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
      return readSource(root.getConfig(key), { name, key });
    }),
  );
}

async function readSource(
  config: Config,
  { name, key }: { name: string; key: string },
): Promise<PrometheusSourceConfig> {
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
  const readMs = (field: string, fallback: HumanDuration) => {
    const duration = config.has(field)
      ? readDurationFromConfig(config, { key: field })
      : fallback;
    const milliseconds = durationToMilliseconds(duration);
    if (!(milliseconds > 0)) {
      throw new InputError(`'${key}.${field}' must be above zero`);
    }
    return milliseconds;
  };
  return {
    name,
    url,
    headers: readHeaders(config, key),
    tls: await readTls(config.getOptionalConfig('tls'), key),
    timeoutMs: readMs('timeout', { seconds: 20 }),
    concurrency,
    historyMinutes: Math.floor(readMs('history', { days: 15 }) / 60_000),
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

async function readTls(
  config: Config | undefined,
  key: string,
): Promise<TlsConfig | undefined> {
  if (!config) {
    return undefined;
  }
  const read = async (field: string) => {
    const file = config.getOptionalString(field);
    return file === undefined ? undefined : readFile(file, 'utf8');
  };
  const tls = {
    ca: await read('caFile'),
    cert: await read('certFile'),
    key: await read('keyFile'),
  };
  if ((tls.cert === undefined) !== (tls.key === undefined)) {
    throw new InputError(
      `'${key}.tls' must have both 'certFile' and 'keyFile', or neither`,
    );
  }
  return tls;
}

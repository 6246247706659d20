import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** An automation that makes resources. */
export interface AutomationConfig {
  /** As definitions and callbacks say it. */
  name: string;
  title: string;
  /** Without a slash at the end. */
  url: string;
  token?: string;
  /** `whsec_` and base64. */
  callbackSecret?: string;
  types: string[];
  timeoutMs: number;
  hasCancel: boolean;
  hasRotation: boolean;
}

const KEY = 'provisioning.automations';
const DEFAULT_TIMEOUT_MS = 10_000;
/** A step looks and then acts, and has 30 seconds for both. */
const MAX_TIMEOUT_MS = 15_000;
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** Reads `provisioning.automations`. */
export function readAutomationsConfig(
  root: RootConfigService,
): AutomationConfig[] {
  return (root.getOptionalConfig(KEY)?.keys() ?? []).map(name => {
    const config = root.getConfig(`${KEY}.${name}`);
    return {
      name,
      title: config.getOptionalString('title') ?? name,
      url: readUrl(config, `${KEY}.${name}.url`),
      token: config.getOptionalString('token'),
      callbackSecret: readCallbackSecret(
        config,
        `${KEY}.${name}.callbackSecret`,
      ),
      types: config.getStringArray('types'),
      timeoutMs: readTimeoutMs(config, `${KEY}.${name}.timeout`),
      hasCancel: config.getOptionalBoolean('hasCancel') ?? false,
      hasRotation: config.getOptionalBoolean('hasRotation') ?? false,
    };
  });
}

/** The value is never part of the error: it may hold a password. */
function readUrl(config: Config, key: string): string {
  const value = config.getString('url');
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSafe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && LOCAL_HOSTS.includes(url.hostname));
  if (!url || !isSafe) {
    throw new InputError(
      `'${key}' must begin with 'https://'; 'http://' is for this machine only`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `'${key}' must be an address without account, query and fragment; credentials go into 'token'`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

function readCallbackSecret(config: Config, key: string): string | undefined {
  const secret = config.getOptionalString('callbackSecret');
  const base64 = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret ?? '')?.[1];
  const bytes = Buffer.from(base64 ?? '', 'base64').length;
  if (secret !== undefined && (bytes < 24 || bytes > 64)) {
    throw new InputError(
      `'${key}' must be 'whsec_' and 24 to 64 bytes in base64`,
    );
  }
  return secret;
}

function readTimeoutMs(config: Config, key: string): number {
  const timeoutMs = config.has('timeout')
    ? durationToMilliseconds(readDurationFromConfig(config, { key: 'timeout' }))
    : DEFAULT_TIMEOUT_MS;
  if (!(timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS)) {
    throw new InputError(
      `'${key}' must be above zero and at most ${
        MAX_TIMEOUT_MS / 1_000
      } seconds`,
    );
  }
  return timeoutMs;
}

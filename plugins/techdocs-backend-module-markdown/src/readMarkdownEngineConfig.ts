import type { Config } from '@backstage/config';
import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What one site may cost, so that no repository can take the portal down. */
export interface EngineLimits {
  maxPages: number;
  maxPageBytes: number;
  maxSiteBytes: number;
  maxAssetBytes: number;
  maxAssetsBytes: number;
  maxBuildSeconds: number;
  maxMemoryMegabytes: number;
  maxHighlightMilliseconds: number;
}

export interface MarkdownEngineConfig {
  cacheDirectory: string | undefined;
  /** Sites that are built at the same time. */
  processCount: number;
  limits: EngineLimits;
}

export const defaultLimits: EngineLimits = {
  maxPages: 5_000,
  maxPageBytes: 1_000_000,
  maxSiteBytes: 64_000_000,
  maxAssetBytes: 20_000_000,
  maxAssetsBytes: 200_000_000,
  maxBuildSeconds: 120,
  maxMemoryMegabytes: 512,
  maxHighlightMilliseconds: 5_000,
};

const DEFAULT_PROCESS_COUNT = 2;

function readLimit(config: Config, key: keyof EngineLimits): number {
  const value = config.getOptionalNumber(`limits.${key}`);
  if (value === undefined) {
    return defaultLimits[key];
  }
  if (!(value > 0)) {
    throw new InputError(
      `Config 'techdocs.markdown.limits.${key}' must be above zero, not '${value}'`,
    );
  }
  return value;
}

function readProcessCount(config: Config): number {
  const value = config.getOptionalNumber('processes') ?? DEFAULT_PROCESS_COUNT;
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError(
      `Config 'techdocs.markdown.processes' must be a whole number above zero, not '${value}'`,
    );
  }
  return value;
}

/** Reads `techdocs.markdown` but for what is below `prebuild`. */
export function readMarkdownEngineConfig(root: Config): MarkdownEngineConfig {
  const config =
    root.getOptionalConfig('techdocs.markdown') ?? new ConfigReader({});
  return {
    cacheDirectory: config.getOptionalString('cacheDirectory'),
    processCount: readProcessCount(config),
    limits: {
      maxPages: readLimit(config, 'maxPages'),
      maxPageBytes: readLimit(config, 'maxPageBytes'),
      maxSiteBytes: readLimit(config, 'maxSiteBytes'),
      maxAssetBytes: readLimit(config, 'maxAssetBytes'),
      maxAssetsBytes: readLimit(config, 'maxAssetsBytes'),
      maxBuildSeconds: readLimit(config, 'maxBuildSeconds'),
      maxMemoryMegabytes: readLimit(config, 'maxMemoryMegabytes'),
      maxHighlightMilliseconds: readLimit(config, 'maxHighlightMilliseconds'),
    },
  };
}

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What one site may cost, so that no repository can take the portal down. */
export interface EngineLimits {
  maxPages: number;
  maxPageBytes: number;
  maxSiteBytes: number;
  maxAssetBytes: number;
  maxAssetsBytes: number;
  maxBuildSeconds: number;
  maxHighlightMilliseconds: number;
}

export interface MarkdownEngineConfig {
  cacheDirectory: string | undefined;
  limits: EngineLimits;
}

export const defaultLimits: EngineLimits = {
  maxPages: 5_000,
  maxPageBytes: 1_000_000,
  maxSiteBytes: 64_000_000,
  maxAssetBytes: 20_000_000,
  maxAssetsBytes: 200_000_000,
  maxBuildSeconds: 120,
  maxHighlightMilliseconds: 5_000,
};

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

/** Reads `techdocs.markdown`, the only reader of that section. */
export function readMarkdownEngineConfig(root: Config): MarkdownEngineConfig {
  const config = root.getOptionalConfig('techdocs.markdown');
  if (!config) {
    return { cacheDirectory: undefined, limits: { ...defaultLimits } };
  }
  return {
    cacheDirectory: config.getOptionalString('cacheDirectory'),
    limits: {
      maxPages: readLimit(config, 'maxPages'),
      maxPageBytes: readLimit(config, 'maxPageBytes'),
      maxSiteBytes: readLimit(config, 'maxSiteBytes'),
      maxAssetBytes: readLimit(config, 'maxAssetBytes'),
      maxAssetsBytes: readLimit(config, 'maxAssetsBytes'),
      maxBuildSeconds: readLimit(config, 'maxBuildSeconds'),
      maxHighlightMilliseconds: readLimit(config, 'maxHighlightMilliseconds'),
    },
  };
}

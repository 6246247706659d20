import { z } from 'zod';

/** What an environment is for, from first to last in promotion order. */
export const environmentTierSchema = z.enum([
  'other',
  'development',
  'testing',
  'staging',
  'production',
]);

/** What an environment is for. */
export type EnvironmentTier = z.infer<typeof environmentTierSchema>;

/** The names that need no configuration. `*` stands for anything. */
const DEFAULT_TIERS: Record<string, EnvironmentTier> = {
  production: 'production',
  prod: 'production',
  prd: 'production',
  live: 'production',
  'production-*': 'production',
  'prod-*': 'production',
  staging: 'staging',
  stage: 'staging',
  'staging-*': 'staging',
  preprod: 'staging',
  uat: 'staging',
  testing: 'testing',
  test: 'testing',
  qa: 'testing',
  ci: 'testing',
  development: 'development',
  dev: 'development',
  'dev-*': 'development',
  preview: 'development',
};

/**
 * Says what an environment is for by its name. Configured patterns come first,
 * in their order, then the usual names.
 */
export function toEnvironmentTier(
  environment: string,
  configured: Record<string, EnvironmentTier> = {},
): EnvironmentTier {
  const name = environment.toLocaleLowerCase('en-US');
  for (const tiers of [configured, DEFAULT_TIERS]) {
    for (const [pattern, tier] of Object.entries(tiers)) {
      if (matches(pattern.toLocaleLowerCase('en-US'), name)) {
        return tier;
      }
    }
  }
  return 'other';
}

/** Sorts environments in promotion order: tier first, then name. */
export function compareEnvironments(
  a: { name: string; tier: EnvironmentTier },
  b: { name: string; tier: EnvironmentTier },
): number {
  const order = environmentTierSchema.options;
  return (
    order.indexOf(a.tier) - order.indexOf(b.tier) ||
    a.name.localeCompare(b.name, 'en-US')
  );
}

/** Without a regular expression: patterns come from configuration. */
function matches(pattern: string, name: string): boolean {
  const [first, ...rest] = pattern.split('*');
  if (rest.length === 0) {
    return pattern === name;
  }
  const last = rest.pop() ?? '';
  if (
    name.length < first.length + last.length ||
    !name.startsWith(first) ||
    !name.endsWith(last)
  ) {
    return false;
  }
  let position = first.length;
  const end = name.length - last.length;
  for (const part of rest) {
    const found = name.indexOf(part, position);
    if (found < 0 || found + part.length > end) {
      return false;
    }
    position = found + part.length;
  }
  return true;
}

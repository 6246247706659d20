import {
  factProviderDescriptionSchema,
  type FactType,
  type FactValue,
} from '@atrium/plugin-scorecard-common';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { Entity } from '@backstage/catalog-model';

const isOfType: Record<FactType, (value: FactValue) => boolean> = {
  boolean: value => typeof value === 'boolean',
  integer: value => Number.isSafeInteger(value),
  number: value => Number.isFinite(value),
  text: value => typeof value === 'string' && value.length <= 1_000,
  instant: value =>
    typeof value === 'string' && new Date(value).toISOString() === value,
  texts: value => Array.isArray(value) && value.length <= 200,
};

/**
 * Asks a provider as scorecard does, and holds what it tells against what it says
 * of itself.
 */
export async function collectFacts(
  provider: FactProvider,
  entities: Entity[],
): Promise<Map<string, EntityFacts>> {
  const { facts } = factProviderDescriptionSchema.parse(provider.description);
  for (const { type, example } of Object.values(facts)) {
    expect(example !== undefined && isOfType[type](example)).toBe(true);
  }
  const answer = await provider.collect(entities, {
    signal: new AbortController().signal,
  });
  for (const { values, urls = {} } of answer.values()) {
    for (const [name, value] of Object.entries(values)) {
      expect({ name, value, fits: isOfType[facts[name].type](value) }).toEqual({
        name,
        value,
        fits: true,
      });
    }
    for (const [name, url] of Object.entries(urls)) {
      expect(facts[name]).toBeDefined();
      expect(url).toMatch(/^(https?:\/)?\//);
    }
  }
  return answer;
}

import type { RecordReference } from '@atrium/expressions';
import type { FactEvidence } from '@atrium/plugin-scorecard-common';
import type { FactSnapshot } from '../evaluation/FactSnapshot';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';

interface ToEvidenceOptions {
  expressions: ScorecardExpressions;
  /** By provider and fact. */
  urls: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The facts that an expression names, as they are known of an entity. */
export function toEvidence(
  references: readonly Pick<RecordReference, 'group' | 'field'>[],
  snapshot: FactSnapshot,
  { expressions, urls }: ToEvidenceOptions,
): FactEvidence[] {
  const seen = new Set<string>();
  return references.flatMap(({ group, field }) => {
    const name = `${group}.${field}`;
    const known = expressions.find(group, field);
    if (!known || seen.has(name)) {
      return [];
    }
    seen.add(name);
    const { fact, provider } = known;
    const state = snapshot.stateOf(group, field);
    const facts = snapshot.entity.facts[group];
    const url = urls[group]?.[field];
    return [
      {
        fact: name,
        title: fact.title,
        type: fact.type,
        ...(fact.unit !== undefined && { unit: fact.unit }),
        state,
        provider: provider.title,
        ...(state !== 'missing' &&
          facts && {
            value: facts.values?.[field],
            observedAt: new Date(facts.observedAtMs).toISOString(),
          }),
        ...(url !== undefined && { url }),
      },
    ];
  });
}

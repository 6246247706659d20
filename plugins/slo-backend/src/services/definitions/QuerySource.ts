import type { DescribedSource } from '@atrium/plugin-slo-common';
import type { SloSource } from '@atrium/plugin-slo-node';

/** What is known of a source when a query to it is written. */
export type QuerySource = Pick<
  SloSource,
  'type' | 'description' | 'validate' | 'isPerEntity'
>;

/** The sources as a form offers them, those first that can measure the most. */
export function describeSources(
  sources: ReadonlyMap<string, QuerySource>,
): DescribedSource[] {
  return [...sources.values()]
    .map(({ type, description }) => ({ type, ...description }))
    .sort(
      (a, b) =>
        b.measures.length - a.measures.length || a.title.localeCompare(b.title),
    );
}

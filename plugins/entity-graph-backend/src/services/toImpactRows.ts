import type { CsvCell } from '@atrium/common';
import type { Impact } from '@atrium/plugin-entity-graph-common';
import { describeReasons } from './writeChangeNotice';

/** What fails with something as rows for a spreadsheet, headings first. */
export function toImpactRows({ affected }: Impact): CsvCell[][] {
  return [
    [
      'Entity',
      'Title',
      'Kind',
      'Owner',
      'Hops',
      'Weight',
      'Reasons',
      'Tier',
      'Error budget left',
      'Cost of the month',
      'Month',
      'Currency',
      'By way of',
    ],
    ...affected.map(node => [
      node.entityRef,
      node.title ?? node.name,
      node.kind,
      node.ownerTitle ?? node.ownerRef,
      node.hops,
      node.weight,
      describeReasons(node.reasons),
      node.tier,
      node.facts?.budgetRemaining,
      node.facts?.cost?.amount,
      node.facts?.cost?.month,
      node.facts?.cost?.currency,
      node.via.join(' > '),
    ]),
  ];
}

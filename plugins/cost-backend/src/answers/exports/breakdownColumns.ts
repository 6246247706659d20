import type { CostBreakdown, CostDimension } from '@atrium/plugin-cost-common';

type Item = CostBreakdown['items'][number];

/** A column of an exported breakdown. */
export interface BreakdownColumn {
  title: string;
  read(item: Item): string | undefined;
  isAmount?: boolean;
}

const TITLES: Record<CostDimension, string> = {
  entity: 'Entity',
  system: 'System',
  team: 'Team',
  provider: 'Provider',
  subAccount: 'Sub-account',
  service: 'Service',
  serviceCategory: 'Service category',
  region: 'Region',
  chargeCategory: 'Charge category',
  pricingCategory: 'Pricing category',
  origin: 'Origin',
};

/** What a file for spreadsheets has of a breakdown. */
export function breakdownColumns({
  comparison,
  currency,
  groupBy,
  period,
}: CostBreakdown): BreakdownColumn[] {
  const titleOf = ({ from, to }: { from: string; to: string }) =>
    `${currency} from ${from} until ${to}`;
  return [
    { title: TITLES[groupBy], read: ({ label }) => label },
    { title: 'Key', read: ({ entityRef, key }) => entityRef ?? key },
    { title: titleOf(period), read: ({ amount }) => amount, isAmount: true },
    ...(comparison
      ? [
          {
            title: titleOf(comparison),
            read: ({ comparisonAmount }: Item) => comparisonAmount,
            isAmount: true,
          },
        ]
      : []),
  ];
}

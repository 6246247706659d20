import type {
  CostBreakdown,
  CostDimension,
  DayPeriod,
} from '@atrium/plugin-cost-common';
import { addDays } from '../../calendar/days';

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
  const titleOf = ({ from, to }: DayPeriod) =>
    `${currency} ${from} to ${addDays(to, -1)}`;
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

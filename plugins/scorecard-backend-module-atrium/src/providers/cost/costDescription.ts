import { DAY_MS } from '../../facts/elapsed';
import { describeProvider } from '../../facts/describeProvider';

/** What is known of the cost of an entity. */
export const costDescription = describeProvider({
  id: 'cost',
  title: 'Cost',
  description:
    'What an entity costs in the month so far, as the cost pages show it. Left out are entities without charges.',
  freshnessMs: 2 * DAY_MS,
  facts: {
    monthToDate: {
      type: 'number',
      title: 'Cost this month',
      description:
        'Of the complete days of the month, in the currency of the portal.',
      example: 312.4,
    },
    changePercent: {
      type: 'number',
      title: 'Change on the same days of last month',
      description:
        'Left out where those days cost nothing, and where credits are more than the cost.',
      unit: 'percent',
      example: 12.5,
    },
    hasBudget: {
      type: 'boolean',
      title: 'Has a budget',
      description: 'Whether it says what it may cost in a month.',
      example: true,
    },
    isWithinBudget: {
      type: 'boolean',
      title: 'Within its budget',
      description:
        'Whether it has not spent more than its budget. Left out without one.',
      example: true,
    },
    isExpectedWithinBudget: {
      type: 'boolean',
      title: 'Expected to stay within its budget',
      description:
        'Whether the month is expected to end within its budget. Left out without one.',
      example: false,
    },
    taggedPercent: {
      type: 'number',
      title: 'Tagged cost',
      description:
        'Of its own cost this month, without parts of shared pools, what a tag, a label or namespace of Kubernetes, or a resource made in the portal gives to it; the rest rests on names and accounts. Left out where nothing is its own.',
      unit: 'percent',
      example: 92.5,
    },
  },
});

const {
  monthToDate: _monthToDate,
  changePercent: _changePercent,
  ...openFacts
} = costDescription.facts;

/** The same where owners alone read what their entities cost: everybody reads facts. */
export const costDescriptionForOwners = describeProvider({
  ...costDescription,
  description:
    'How the cost of an entity stands against its budget, and how much of it is tagged. There are no amounts, because only owners and finance may read them here. Left out are entities without charges.',
  facts: openFacts,
});

import { describeProvider } from '../../facts/describeProvider';
import { DAY_MS } from '../../facts/elapsed';

/** What is known of the resources that the portal made for a component. */
export const provisioningDescription = describeProvider({
  id: 'provisioning',
  title: 'Provisioned resources',
  description:
    'Databases, queues and the rest that the portal made for a component.',
  freshnessMs: DAY_MS,
  facts: {
    resources: {
      type: 'integer',
      title: 'Resources',
      description: 'How many resources it has; 0 when it has none.',
      unit: 'resources',
      example: 2,
    },
    types: {
      type: 'texts',
      title: 'Types of resources',
      description: 'Which types of resources it has.',
      example: ['postgres'],
    },
    drifted: {
      type: 'integer',
      title: 'Drifted resources',
      description:
        'How many are not at the provider as they were approved. Left out until all of them were checked.',
      unit: 'resources',
      example: 0,
    },
    expired: {
      type: 'integer',
      title: 'Expired leases',
      description: 'How many are lent, and their lease is over.',
      unit: 'resources',
      example: 0,
    },
    daysUntilNextExpiry: {
      type: 'integer',
      title: 'Days until the next lease ends',
      description:
        'Of the lease that ends first; 0 once it is over. Left out where nothing is lent.',
      unit: 'days',
      example: 12,
    },
    needsAttention: {
      type: 'integer',
      title: 'Resources that need attention',
      description:
        'How many failed, or wait for a person to decide what became of a change.',
      unit: 'resources',
      example: 0,
    },
  },
});

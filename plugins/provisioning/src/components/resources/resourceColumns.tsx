import type {
  ProvisionedResource,
  TypeSummary,
} from '@atrium/plugin-provisioning-common';
import { type DataColumn, formatMoney, textStyles } from '@atrium/ui';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import { priceOrder } from '../../words/priceWords';
import { Belonging } from '../shared/Belonging';
import { DriftBadge } from '../shared/DriftBadge';
import { HealthBadge } from '../shared/HealthBadge';
import { LeaseLine } from '../shared/LeaseLine';
import { ResourceLink } from '../shared/ResourceLink';
import { StateBadge } from '../shared/StateBadge';
import { TypeIcon } from '../shared/TypeIcon';
import styles from './resources.module.css';

/** Behind all that have an end. */
const NO_END = '9999';

/** What the list says of each resource. */
export function resourceColumns(
  types: ReadonlyMap<string, TypeSummary>,
): DataColumn<ProvisionedResource>[] {
  return [
    {
      id: 'name',
      title: 'Resource',
      sortBy: ({ name }) => name,
      cell: resource => (
        <div className={styles.name}>
          <TypeIcon icon={types.get(resource.type)?.icon} />
          <div>
            <ResourceLink resource={resource} />
            <div className={textStyles.muted}>
              {types.get(resource.type)?.title ?? resource.type}
              {' in '}
              {resource.environment}
            </div>
          </div>
        </div>
      ),
    },
    {
      id: 'state',
      title: 'State',
      sortBy: ({ state }) => RESOURCE_STATE_WORDS[state].label,
      cell: ({ state }) => <StateBadge words={RESOURCE_STATE_WORDS[state]} />,
    },
    {
      id: 'owner',
      title: 'For',
      sortBy: ({ ownerRef }) => ownerRef,
      cell: resource => <Belonging resource={resource} />,
    },
    {
      id: 'lease',
      title: 'Lease',
      sortBy: ({ lease }) => lease?.endsAt ?? NO_END,
      cell: ({ lease }) => <LeaseLine lease={lease} />,
    },
    {
      id: 'price',
      title: 'Price per month',
      isNumber: true,
      sortBy: ({ monthlyPrice }) => priceOrder(monthlyPrice),
      cell: ({ monthlyPrice }) =>
        monthlyPrice ? (
          formatMoney(monthlyPrice)
        ) : (
          <span className={textStyles.muted}>Not known</span>
        ),
    },
    {
      id: 'health',
      title: 'Health',
      sortBy: ({ health }) => health?.status ?? '',
      cell: ({ health }) => <HealthBadge health={health} />,
    },
    {
      id: 'drift',
      title: 'Drift',
      sortBy: ({ drift }) => -drift.differences.length,
      cell: ({ drift }) => <DriftBadge drift={drift} />,
    },
  ];
}

import type {
  ProvisionedResource,
  TypeSummary,
} from '@atrium/plugin-provisioning-common';
import { type DataColumn, formatMoney, textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import { priceOrder } from '../../words/priceWords';
import { typeTitle } from '../../words/typeTitle';
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
      title: t('resourceColumns.resource'),
      sortBy: ({ name }) => name,
      cell: resource => (
        <div className={styles.name}>
          <TypeIcon icon={types.get(resource.type)?.icon} />
          <div>
            <ResourceLink resource={resource} />
            <div className={textStyles.muted}>
              {t('placement.in', {
                title: typeTitle(types, resource.type),
                environment: resource.environment,
              })}
            </div>
          </div>
        </div>
      ),
    },
    {
      id: 'state',
      title: t('resourceColumns.state'),
      sortBy: ({ state }) => RESOURCE_STATE_WORDS[state].label,
      cell: ({ state }) => <StateBadge words={RESOURCE_STATE_WORDS[state]} />,
    },
    {
      id: 'owner',
      title: t('resourceColumns.for'),
      sortBy: ({ ownerRef }) => ownerRef,
      cell: resource => <Belonging resource={resource} />,
    },
    {
      id: 'lease',
      title: t('resourceColumns.lease'),
      sortBy: ({ lease }) => lease?.endsAt ?? NO_END,
      cell: ({ lease }) => <LeaseLine lease={lease} />,
    },
    {
      id: 'price',
      title: t('resourceColumns.pricePerMonth'),
      isNumber: true,
      sortBy: ({ monthlyPrice }) => priceOrder(monthlyPrice),
      cell: ({ monthlyPrice }) =>
        monthlyPrice ? (
          formatMoney(monthlyPrice)
        ) : (
          <span className={textStyles.muted}>
            {t('resourceColumns.notKnown')}
          </span>
        ),
    },
    {
      id: 'health',
      title: t('resourceColumns.health'),
      sortBy: ({ health }) => health?.status ?? '',
      cell: ({ health }) => <HealthBadge health={health} />,
    },
    {
      id: 'drift',
      title: t('resourceColumns.drift'),
      sortBy: ({ drift }) => -drift.differences.length,
      cell: ({ drift }) => <DriftBadge drift={drift} />,
    },
  ];
}

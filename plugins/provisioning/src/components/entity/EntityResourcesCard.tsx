import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { QueryCard, textStyles } from '@atrium/ui';
import { useProvisioningSignals } from '../../hooks/provisioningHooks';
import { useEntityResources } from '../../hooks/useEntityResources';
import { t } from '../../translation';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import { ResourceLink } from '../shared/ResourceLink';
import { StateBadge } from '../shared/StateBadge';
import styles from './entity.module.css';

/** What the card has room for. */
const MAX_LINES = 6;

/** What a component needs to run, one line each; nothing where it has none. */
export function EntityResourcesCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const href = `${useEntityRefLink()(entityRef)}/resources`;
  useProvisioningSignals(entityRef);
  return (
    <QueryCard
      title={t('entityResourcesCard.provisionedResources')}
      detailsHref={href}
      query={useEntityResources(entityRef)}
      isEmpty={({ items }) => items.length === 0}
    >
      {({ items }) => (
        <>
          <ul
            className={styles.lines}
            aria-label={t('entityResourcesCard.provisionedResources')}
          >
            {items.slice(0, MAX_LINES).map(resource => (
              <li key={resource.id} className={textStyles.ends}>
                <span>
                  <ResourceLink resource={resource} />{' '}
                  <span className={textStyles.muted}>
                    {resource.environment}
                  </span>
                </span>
                <StateBadge words={RESOURCE_STATE_WORDS[resource.state]} />
              </li>
            ))}
          </ul>
          {items.length > MAX_LINES && (
            <Link href={href}>
              {t('entityResourcesCard.more', {
                itemsCount: items.length - MAX_LINES,
              })}
            </Link>
          )}
        </>
      )}
    </QueryCard>
  );
}

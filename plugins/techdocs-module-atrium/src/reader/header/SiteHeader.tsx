import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useParams } from 'react-router-dom';
import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  TechDocsAddonLocations,
  useShadowRoot,
  useTechDocsAddons,
  useTechDocsReaderPage,
} from '@backstage/plugin-techdocs-react';
import { Link } from '@backstage/ui';
import { relationTargets } from '@atrium/common';
import {
  entityTitle,
  kindAndType,
  SafeLink,
  useDocumentTitle,
  useEntityTitles,
} from '@atrium/ui';
import { pageTitle } from '../../home/RecentPage';
import { t } from '../../translation';
import { useSiteHeaderPlace, useTellPageShown } from './siteHeaderPlace';
import styles from './SiteHeader.module.css';

/**
 * Whose documentation is read, and what can be done with the site.
 *
 * @remarks An addon, since only these know what the reader knows. It is drawn into the
 * frame around the reader, which has no header of its own.
 */
export function SiteHeader() {
  const place = useSiteHeaderPlace();
  return place ? createPortal(<Header />, place) : null;
}

function Header() {
  const { entityRef, entityMetadata, metadata } = useTechDocsReaderPage();
  const addons = useTechDocsAddons();
  const entity = entityMetadata.value;
  const ref = stringifyEntityRef(entityRef);
  const title = metadata.value?.site_name ?? entityTitle(entity, ref);
  const { '*': path = '' } = useParams();
  useDocumentTitle('page', pageTitle(path.replace(/\/+$/, '')), title);
  useTellPageShown(useShadowRoot() !== undefined);
  return (
    <>
      <div className={styles.top}>
        <h1 className={styles.title}>{title}</h1>
        {!metadata.error && (
          <div className={styles.actions}>
            {addons.renderComponentsByLocation(TechDocsAddonLocations.Header)}
          </div>
        )}
      </div>
      <ul className={styles.facts} aria-label={t('siteHeader.about')}>
        {entity && <EntityFacts entity={entity} entityRef={ref} />}
        {entity?.locationMetadata?.type === 'url' && (
          <li>
            <SafeLink href={entity.locationMetadata.target}>
              {t('siteHeader.source')}
            </SafeLink>
          </li>
        )}
      </ul>
    </>
  );
}

function EntityFacts(props: { entity: Entity; entityRef: string }) {
  const { entity, entityRef } = props;
  const hrefOf = useEntityRefLink();
  const owners = relationTargets(entity, RELATION_OWNED_BY);
  const titles = useEntityTitles(owners);
  const { lifecycle, type } = entity.spec ?? {};
  return (
    <>
      <Fact
        term={kindAndType(
          entity.kind,
          typeof type === 'string' ? type : undefined,
        )}
      >
        <Link href={hrefOf(entityRef)}>{entityTitle(entity, entityRef)}</Link>
      </Fact>
      {owners.length > 0 && (
        <Fact term={t('siteHeader.owner')}>
          {owners.map((owner, index) => (
            <span key={owner}>
              {index > 0 && ', '}
              <Link href={hrefOf(owner)}>{titles.get(owner)}</Link>
            </span>
          ))}
        </Fact>
      )}
      {typeof lifecycle === 'string' && (
        <Fact term={t('siteHeader.lifecycle')}>{lifecycle}</Fact>
      )}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <li>
      <span className={styles.term}>{term}</span> {children}
    </li>
  );
}

import { useParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import headerStyles from './SiteHeader.module.css';

/** Says whose documentation it is while no more is known than the address says. */
export function SiteHeading() {
  const { kind, namespace, name } = useParams();
  return kind && name ? (
    <>
      <h1 className={headerStyles.title}>
        <EntityRefLink
          entityRef={stringifyEntityRef({ kind, namespace, name })}
          hideIcon
        />
      </h1>
      <div className={headerStyles.facts} />
    </>
  ) : null;
}

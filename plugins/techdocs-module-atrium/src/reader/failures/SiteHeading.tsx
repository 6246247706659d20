import { useParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import styles from '../ReaderFrame.module.css';

/** Says whose documentation it would be, where there is no page to say so. */
export function SiteHeading() {
  const { kind, namespace, name } = useParams();
  return kind && name ? (
    <h1 className={styles.site}>
      <EntityRefLink
        entityRef={stringifyEntityRef({ kind, namespace, name })}
        hideIcon
      />
    </h1>
  ) : null;
}

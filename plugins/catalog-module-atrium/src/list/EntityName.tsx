import { Link } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { catalogKind } from './catalogKinds';
import styles from './EntityName.module.css';

/** Props of {@link EntityName}. */
export interface EntityNameProps {
  row: EntityRow;
}

/** What an entity is called and what it is for, in two lines; leads to its page. */
export function EntityName({ row }: EntityNameProps) {
  const { entityRef, kind, name, title, description, type } = row;
  const linkTo = useEntityRefLink();
  const what = type ?? catalogKind(kind).one;
  return (
    <span className={styles.name}>
      <span className={styles.icon} title={what} aria-hidden="true">
        {catalogKind(kind).icon}
      </span>
      <Link href={linkTo(entityRef)} standalone className={styles.title}>
        {title ?? name}
      </Link>
      <span className={styles.description} title={description}>
        {description ?? what}
      </span>
    </span>
  );
}

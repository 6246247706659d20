import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { objectiveHref, type ObjectiveTarget } from '@atrium/plugin-slo-common';

/** Props of {@link ObjectiveLink}. */
export interface ObjectiveLinkProps {
  to: ObjectiveTarget & { entityRef: string };
  /** Of the SLO and, where it has several, of which objective. */
  name: string;
}

/** Opens an objective on the tab of its entity. */
export function ObjectiveLink({ to, name }: ObjectiveLinkProps) {
  const entityHref = useEntityRefLink()(to.entityRef);
  return <Link href={objectiveHref(entityHref, to)}>{name}</Link>;
}

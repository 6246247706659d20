import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { TITLE_ROOM } from '@atrium/ui';
import { objectiveHref } from '@atrium/plugin-slo-common';
import { useEntitySlos } from '../hooks/useSlos';

/** Props of {@link SloLink}. */
export interface SloLinkProps {
  entityRef: string;
  /** As its file calls it. */
  name: string;
}

/** Opens an SLO by its title; one that is no longer there is its name alone. */
export function SloLink({ entityRef, name }: SloLinkProps) {
  const entityHref = useEntityRefLink()(entityRef);
  const { data, isPending } = useEntitySlos(entityRef);
  const slo = data?.items.find(one => one.name === name);
  return slo ? (
    <Link href={objectiveHref(entityHref, { sloId: slo.id })}>
      {slo.displayName ?? name}
    </Link>
  ) : (
    <>{isPending ? TITLE_ROOM : name}</>
  );
}

import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** Props of {@link ObjectiveLink}. */
export interface ObjectiveLinkProps {
  to: { sloId: string; objectiveId?: string; entityRef: string };
  /** Of the SLO and, where it has several, of which objective. */
  name: string;
}

/** Opens an objective on the tab of its entity. */
export function ObjectiveLink({ to, name }: ObjectiveLinkProps) {
  const { sloId, objectiveId, entityRef } = to;
  const entityLink = useEntityRefLink();
  const opened = new URLSearchParams({
    slo: sloId,
    ...(objectiveId && { objective: objectiveId }),
  });
  return <Link href={`${entityLink(entityRef)}/slos?${opened}`}>{name}</Link>;
}

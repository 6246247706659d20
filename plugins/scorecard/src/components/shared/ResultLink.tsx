import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { EntityResult } from '@atrium/plugin-scorecard-common';

/** Props of {@link ResultLink}. */
export interface ResultLinkProps {
  result: Pick<EntityResult, 'entityRef' | 'entityTitle' | 'scorecard'>;
}

/** Leads to why an entity stands where it does in a scorecard. */
export function ResultLink({ result }: ResultLinkProps) {
  const { entityRef, entityTitle } = result;
  const href = useResultHref()(result);
  return (
    <Link href={href}>{entityTitle ?? parseEntityRef(entityRef).name}</Link>
  );
}

/** Where it is told why an entity stands where it does in a scorecard. */
export function useResultHref() {
  const entityLink = useEntityRefLink();
  return ({
    entityRef,
    scorecard,
  }: Pick<EntityResult, 'entityRef' | 'scorecard'>) =>
    `${entityLink(entityRef)}/scorecards?scorecard=${encodeURIComponent(
      scorecard,
    )}`;
}

import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Initiative } from '@atrium/plugin-scorecard-common';
import { initiativeRouteRef } from '../../routes';

/** The title of an initiative, which leads to it. */
export function InitiativeLink({ initiative }: { initiative: Initiative }) {
  const href = useRouteRef(initiativeRouteRef)?.({
    initiativeId: initiative.id,
  });
  return href ? (
    <Link href={href}>{initiative.title}</Link>
  ) : (
    <>{initiative.title}</>
  );
}

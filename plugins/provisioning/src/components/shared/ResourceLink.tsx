import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { resourceRouteRef } from '../../routes';

/** Leads to the page of a resource. */
export function ResourceLink(props: {
  resource: Pick<ProvisionedResource, 'id' | 'name'>;
}) {
  const { id, name } = props.resource;
  const href = useRouteRef(resourceRouteRef)?.({ resourceId: id });
  return href ? (
    <Link href={href} standalone>
      {name}
    </Link>
  ) : (
    <>{name}</>
  );
}

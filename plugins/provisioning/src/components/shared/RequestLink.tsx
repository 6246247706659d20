import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { ProvisioningRequest } from '@atrium/plugin-provisioning-common';
import { requestRouteRef } from '../../routes';
import { requestWords } from '../../words/stateWords';

/** Leads to the page of a request, under what it is for. */
export function RequestLink(props: {
  request: Pick<ProvisioningRequest, 'id' | 'kind' | 'resource'>;
}) {
  const { id, kind, resource } = props.request;
  const href = useRouteRef(requestRouteRef)?.({ requestId: id });
  const words = requestWords(kind, resource.name);
  return href ? (
    <Link href={href} standalone>
      {words}
    </Link>
  ) : (
    <>{words}</>
  );
}

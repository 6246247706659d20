import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { BackLink } from '@atrium/ui';
import { resourcesRouteRef } from '../../routes';
import { ResourceView } from './ResourceView';

/** One resource, at an address of its own. */
export function ResourcePage() {
  const { resourceId = '' } = useParams();
  const listLink = useRouteRef(resourcesRouteRef);
  return (
    <>
      {listLink && <BackLink href={listLink()}>All resources</BackLink>}
      <ResourceView id={resourceId} />
    </>
  );
}

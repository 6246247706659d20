import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { BackLink } from '@atrium/ui';
import { resourcesRouteRef } from '../../routes';
import { t } from '../../translation';
import { ResourceView } from './ResourceView';

/** One resource, at an address of its own. */
export function ResourcePage() {
  const { resourceId = '' } = useParams();
  const listLink = useRouteRef(resourcesRouteRef);
  return (
    <>
      {listLink && (
        <BackLink href={listLink()}>{t('resourcePage.allResources')}</BackLink>
      )}
      <ResourceView id={resourceId} />
    </>
  );
}

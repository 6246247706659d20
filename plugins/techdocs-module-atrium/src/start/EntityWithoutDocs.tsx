import { useEntity } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { RiArticleLine } from '@remixicon/react';
import { EmptyState, entityTitle } from '@atrium/ui';
import { t } from '../translation';
import { HowToDocument } from './HowToDocument';
import { StartDocsLink } from './StartDocsLink';

/** How an entity that has no documentation comes by it. */
export function EntityWithoutDocs() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return (
    <EmptyState
      icon={<RiArticleLine />}
      title={t('entityWithoutDocs.hasNoDocumentationYet', {
        title: entityTitle(entity, entityRef),
      })}
      headingLevel={2}
      description={<HowToDocument />}
      action={<StartDocsLink entityRef={entityRef} />}
    />
  );
}

import { EmptyState } from '@atrium/ui';
import { HowToDocument } from '../start/HowToDocument';
import { ButtonLink } from '@backstage/ui';
import { RiArticleLine } from '@remixicon/react';
import { t } from '../translation';

/** Says how documentation comes into the portal. */
export function NoDocs() {
  return (
    <EmptyState
      icon={<RiArticleLine />}
      title={t('noDocs.nobodyHasPublishedDocumentationYet')}
      description={<HowToDocument />}
      action={
        <ButtonLink variant="secondary" href="/create">
          {t('noDocs.startADocumentationSite')}
        </ButtonLink>
      }
    />
  );
}

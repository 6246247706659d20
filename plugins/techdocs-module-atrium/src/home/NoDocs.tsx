import { Link } from 'react-router-dom';
import { EmptyState } from '@atrium/ui';
import { HowToDocument } from '../start/HowToDocument';
import { RiArticleLine } from '@remixicon/react';
import { t } from '../translation';

/** Says how documentation comes into the portal. */
export function NoDocs() {
  return (
    <EmptyState
      icon={<RiArticleLine />}
      title={t('noDocs.nobodyHasPublishedDocumentationYet')}
      description={<HowToDocument />}
      action={<Link to="/create">{t('noDocs.startADocumentationSite')}</Link>}
    />
  );
}

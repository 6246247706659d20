import { ButtonLink } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { docsSiteProposePermission } from '@atrium/plugin-techdocs-common';
import { textStyles } from '@atrium/ui';
import { useFirstPages } from '../api/docsReaderHooks';
import { editHref } from '../docsAddresses';
import { t } from '../translation';
import { FirstPageRefusal } from './FirstPageRefusal';

/** Begins the documentation of an entity, for those who may. */
export function StartDocsLink({ entityRef }: { entityRef: string }) {
  const { allowed, loading } = usePermission({
    permission: docsSiteProposePermission,
    resourceRef: entityRef,
  });
  const pages = useFirstPages([entityRef], allowed);
  const page = pages.data?.find(one => one.entityRef === entityRef);
  if (loading || pages.isLoading) {
    return null;
  }
  if (page?.isTaken === false) {
    return <FirstPageRefusal page={page} />;
  }
  return allowed ? (
    <ButtonLink variant="primary" href={editHref(entityRef)}>
      {t('startDocsLink.writeTheFirstPage')}
    </ButtonLink>
  ) : (
    <p className={textStyles.muted}>{t('startDocsLink.itsOwnersCanWriteIt')}</p>
  );
}

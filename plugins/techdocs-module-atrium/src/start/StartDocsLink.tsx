import { ButtonLink } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { docsSiteProposePermission } from '@atrium/plugin-techdocs-common';
import { textStyles } from '@atrium/ui';
import { editHref } from '../docsAddresses';
import { t } from '../translation';

/** Begins the documentation of an entity, for those who may. */
export function StartDocsLink({ entityRef }: { entityRef: string }) {
  const { allowed, loading } = usePermission({
    permission: docsSiteProposePermission,
    resourceRef: entityRef,
  });
  if (loading) {
    return null;
  }
  return allowed ? (
    <ButtonLink variant="primary" href={editHref(entityRef)}>
      {t('startDocsLink.writeTheFirstPage')}
    </ButtonLink>
  ) : (
    <p className={textStyles.muted}>{t('startDocsLink.itsOwnersCanWriteIt')}</p>
  );
}

import type { FirstPage } from '@atrium/plugin-techdocs-common';
import { textStyles } from '@atrium/ui';
import { t } from '../translation';

/** Why somebody cannot write the first page of an entity, and who can. */
export function FirstPageRefusal({ page }: { page: FirstPage }) {
  return (
    <span className={textStyles.muted}>
      {page.repository === undefined
        ? t('firstPageRefusal.inNoRepository')
        : t('firstPageRefusal.inARepositoryOfOthers', {
            repository: page.repository,
          })}
    </span>
  );
}

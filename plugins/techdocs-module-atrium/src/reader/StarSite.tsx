import { RiStarFill, RiStarLine } from '@remixicon/react';
import { ButtonIcon } from '@backstage/ui';
import { useStarredEntity } from '@backstage/plugin-catalog-react';
import { useTechDocsReaderPage } from '@backstage/plugin-techdocs-react';
import { t } from '../translation';

/** Keeps a site in the person's list on the documentation home. */
export function StarSite() {
  const { entityRef } = useTechDocsReaderPage();
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(entityRef);
  return (
    <ButtonIcon
      variant="secondary"
      size="small"
      aria-label={
        isStarredEntity ? t('starSite.removeTheStar') : t('starSite.star')
      }
      icon={isStarredEntity ? <RiStarFill /> : <RiStarLine />}
      onPress={toggleStarredEntity}
    />
  );
}

import { parseEntityRef } from '@backstage/catalog-model';
import { ButtonLink } from '@backstage/ui';
import { RiRoadMapLine, RiSearchLine } from '@remixicon/react';
import { inSentence, kindWord, MessagePage } from '@atrium/ui';
import { t } from '../../translation';

/** Props of {@link EntityNotFound}. */
export interface EntityNotFoundProps {
  entityRef: string;
}

/** Instead of the page of an entity that is not there, or not for this person. */
export function EntityNotFound({ entityRef }: EntityNotFoundProps) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const place =
    namespace === 'default' ? '' : t('entityNotFound.in', { namespace });
  return (
    <MessagePage
      icon={<RiRoadMapLine size={22} />}
      title={t('entityNotFound.noCalled', {
        kindWord: inSentence(kindWord(kind)),
        name,
        place,
      })}
      actions={
        <>
          <ButtonLink
            variant="primary"
            iconStart={<RiSearchLine />}
            href={`/search?query=${encodeURIComponent(name)}`}
          >
            {t('entityNotFound.searchFor', { name })}
          </ButtonLink>
          <ButtonLink variant="secondary" href="/catalog">
            {t('entityNotFound.openTheCatalog')}
          </ButtonLink>
        </>
      }
    >
      <p>{t('entityNotFound.itWasRenamedOrRemoved')}</p>
    </MessagePage>
  );
}

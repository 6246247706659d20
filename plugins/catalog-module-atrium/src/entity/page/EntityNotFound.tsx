import { parseEntityRef } from '@backstage/catalog-model';
import { ButtonLink } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { EmptyState, inSentence, kindWord } from '@atrium/ui';
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
    <EmptyState
      icon={<RiSearchLine size={32} />}
      headingLevel={1}
      title={t('entityNotFound.noCalled', {
        kindWord: inSentence(kindWord(kind)),
        name,
        place,
      })}
      description={t('entityNotFound.itWasRenamedOrRemoved')}
      action={
        <>
          <ButtonLink
            variant="primary"
            href={`/search?query=${encodeURIComponent(name)}`}
          >
            {t('entityNotFound.searchFor', { name })}
          </ButtonLink>{' '}
          <ButtonLink variant="secondary" href="/catalog">
            {t('entityNotFound.openTheCatalog')}
          </ButtonLink>
        </>
      }
    />
  );
}

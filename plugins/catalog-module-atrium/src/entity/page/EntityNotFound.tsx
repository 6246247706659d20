import { parseEntityRef } from '@backstage/catalog-model';
import { ButtonLink } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { EmptyState } from '@atrium/ui';
import { kindWord } from '@atrium/ui';

/** Props of {@link EntityNotFound}. */
export interface EntityNotFoundProps {
  entityRef: string;
}

/** Instead of the page of an entity that is not there, or not for this person. */
export function EntityNotFound({ entityRef }: EntityNotFoundProps) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const place = namespace === 'default' ? '' : ` in ${namespace}`;
  return (
    <EmptyState
      icon={<RiSearchLine size={32} />}
      headingLevel={1}
      title={`No ${kindWord(kind).toLowerCase()} called “${name}”${place}`}
      description="It was renamed or removed, the link is misspelled, or you may not see it. What is new in a repository appears within a minute."
      action={
        <>
          <ButtonLink
            variant="primary"
            href={`/search?query=${encodeURIComponent(name)}`}
          >
            Search for “{name}”
          </ButtonLink>{' '}
          <ButtonLink variant="secondary" href="/catalog">
            Open the catalog
          </ButtonLink>
        </>
      }
    />
  );
}

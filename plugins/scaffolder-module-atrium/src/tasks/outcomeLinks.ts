import { parseEntityRef } from '@backstage/catalog-model';
import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-react';
import { urlPath } from '@atrium/ui';
import { t } from '../translation';

/** A way to what a run made. */
export interface OutcomeLink {
  title: string;
  href: string;
}

/** Says no more than where the entity is. */
const IN_CATALOG = /^(open |view |see |show )?in (the )?(software )?catalog$/i;

const FALSE_WORDS = ['false', '', '0', 'null', 'undefined'];

/**
 * The ways to what a run made: first to its entities, then to its repository, then
 * what else the template names.
 *
 * @remarks An entity is called by what was made where the template has no title for
 * it, or only says that it is in the catalog.
 *
 * @param name - what was made
 */
export function outcomeLinks(
  { links = [] }: ScaffolderTaskOutput,
  name: string,
): OutcomeLink[] {
  const shown = links.filter(
    link => link.if === undefined || !FALSE_WORDS.includes(String(link.if)),
  );
  const ranked = shown.flatMap(({ title, url, entityRef }) => {
    if (entityRef) {
      const ownTitle = title && !IN_CATALOG.test(title) ? title : undefined;
      return [
        {
          title: ownTitle ?? t('outcomeLinks.open2', { name }),
          href: entityHref(entityRef),
          rank: 0,
        },
      ];
    }
    const rank = /repositor/i.test(title ?? '') ? 1 : 2;
    return url
      ? [{ title: title ?? t('outcomeLinks.open'), href: url, rank }]
      : [];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .map(({ title, href }) => ({ title, href }));
}

function entityHref(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  return urlPath`/catalog/${namespace}/${kind.toLocaleLowerCase(
    'en-US',
  )}/${name}`;
}

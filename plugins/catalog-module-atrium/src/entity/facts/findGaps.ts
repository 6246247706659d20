import type { Entity } from '@backstage/catalog-model';
import { guideHref } from '@atrium/ui';
import { t } from '../../translation';
import { readText } from './readText';
import { toContacts } from './toContacts';

/** Something that an entity does not say yet, and how to say it. */
export interface Gap {
  title: string;
  action: string;
  href: string;
}

const DOCS_ANNOTATIONS = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

/** What people will look for on the page of an entity and not find. */
export function findGaps(entity: Entity, owner?: Entity): Gap[] {
  const { annotations = {}, description } = entity.metadata;
  const contacts = toContacts(entity, owner);
  const kind = entity.kind.toLowerCase();
  const type = readText(entity, 'type') ?? '';
  const isRunning =
    kind === 'component' && !['library', 'documentation'].includes(type);
  const catalogGuide = guideHref('catalog-info');
  const gaps: (Gap & { isMissing: boolean })[] = [
    {
      title: t('findGaps.noDescription'),
      action: t('findGaps.describeIt'),
      href: catalogGuide,
      isMissing: !description,
    },
    {
      title: t('findGaps.noDocs'),
      action: t('findGaps.writeSome'),
      href: guideHref('documentation'),
      isMissing:
        kind === 'component' &&
        DOCS_ANNOTATIONS.every(name => annotations[name] === undefined),
    },
    {
      title: t('findGaps.noRunbook'),
      action: t('findGaps.linkOne'),
      href: catalogGuide,
      isMissing: isRunning && !contacts.runbook,
    },
    {
      title: t('findGaps.noOnCallContact'),
      action: t('findGaps.linkOne'),
      href: catalogGuide,
      isMissing: isRunning && !contacts.onCall,
    },
    {
      title: t('findGaps.noChatChannel'),
      action: t('findGaps.linkOne'),
      href: catalogGuide,
      isMissing: (kind === 'component' || kind === 'group') && !contacts.chat,
    },
  ];
  return gaps
    .filter(({ isMissing }) => isMissing)
    .map(({ title, action, href }) => ({ title, action, href }));
}

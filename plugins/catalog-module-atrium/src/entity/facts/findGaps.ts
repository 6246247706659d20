import type { Entity } from '@backstage/catalog-model';
import { guideHref } from '@atrium/ui';
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
      title: 'No description',
      action: 'describe it',
      href: catalogGuide,
      isMissing: !description,
    },
    {
      title: 'No docs',
      action: 'write some',
      href: guideHref('documentation'),
      isMissing:
        kind === 'component' &&
        DOCS_ANNOTATIONS.every(name => annotations[name] === undefined),
    },
    {
      title: 'No runbook',
      action: 'link one',
      href: catalogGuide,
      isMissing: isRunning && !contacts.runbook,
    },
    {
      title: 'No on-call contact',
      action: 'link one',
      href: catalogGuide,
      isMissing: isRunning && !contacts.onCall,
    },
    {
      title: 'No chat channel',
      action: 'link one',
      href: catalogGuide,
      isMissing: (kind === 'component' || kind === 'group') && !contacts.chat,
    },
  ];
  return gaps
    .filter(({ isMissing }) => isMissing)
    .map(({ title, action, href }) => ({ title, action, href }));
}

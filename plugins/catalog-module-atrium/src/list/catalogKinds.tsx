import type { ReactElement } from 'react';
import {
  RiAppsLine,
  RiArchiveStackLine,
  RiBuilding2Line,
  RiCodeSSlashLine,
  RiDatabase2Line,
  RiMagicLine,
  RiRobot2Line,
  RiStackLine,
  RiTeamLine,
  RiUserLine,
} from '@remixicon/react';
import type { ColumnId } from './columnIds';

/** A kind of the catalog as people know it. */
export interface CatalogKind {
  /** In lower case, as in the address. */
  kind: string;
  title: string;
  one: string;
  many: string;
  icon: ReactElement;
  /** The columns that can say something about it, besides its name. */
  columns: readonly ColumnId[];
  /** Those of them that only some people want to see. */
  hidden: readonly ColumnId[];
}

const WHOSE: ColumnId[] = ['owner', 'system'];
const HOW: ColumnId[] = ['health', 'level', 'cost'];
const MORE: ColumnId[] = ['type', 'deployedAt', 'tags'];

/** The kinds that have a tab, most looked for first. */
export const CATALOG_KINDS: readonly CatalogKind[] = [
  {
    kind: 'component',
    title: 'Services',
    one: 'service',
    many: 'services',
    icon: <RiAppsLine size={16} />,
    columns: [...WHOSE, ...HOW, 'lifecycle', ...MORE],
    hidden: MORE,
  },
  {
    kind: 'api',
    title: 'APIs',
    one: 'API',
    many: 'APIs',
    icon: <RiCodeSSlashLine size={16} />,
    columns: ['type', ...WHOSE, 'health', 'level', 'lifecycle', 'tags'],
    hidden: ['tags'],
  },
  {
    kind: 'system',
    title: 'Systems',
    one: 'system',
    many: 'systems',
    icon: <RiStackLine size={16} />,
    columns: ['owner', ...HOW, 'type', 'tags'],
    hidden: ['type', 'tags'],
  },
  {
    kind: 'domain',
    title: 'Domains',
    one: 'domain',
    many: 'domains',
    icon: <RiBuilding2Line size={16} />,
    columns: ['owner', ...HOW, 'type', 'tags'],
    hidden: ['type', 'tags'],
  },
  {
    kind: 'resource',
    title: 'Resources',
    one: 'resource',
    many: 'resources',
    icon: <RiDatabase2Line size={16} />,
    columns: ['type', ...WHOSE, ...HOW, 'lifecycle', 'tags'],
    hidden: ['lifecycle', 'tags'],
  },
  {
    kind: 'group',
    title: 'Teams',
    one: 'team',
    many: 'teams',
    icon: <RiTeamLine size={16} />,
    columns: ['type', 'health', 'cost', 'tags'],
    hidden: ['tags'],
  },
  {
    kind: 'user',
    title: 'People',
    one: 'person',
    many: 'people',
    icon: <RiUserLine size={16} />,
    columns: ['tags'],
    hidden: ['tags'],
  },
  {
    kind: 'template',
    title: 'Templates',
    one: 'template',
    many: 'templates',
    icon: <RiMagicLine size={16} />,
    columns: ['type', 'owner', 'tags'],
    hidden: [],
  },
  {
    kind: 'airesource',
    title: 'AI resources',
    one: 'AI resource',
    many: 'AI resources',
    icon: <RiRobot2Line size={16} />,
    columns: ['type', 'owner', 'lifecycle', 'tags'],
    hidden: ['tags'],
  },
];

/** Everything there is. */
export const EVERY_KIND: CatalogKind = {
  kind: 'all',
  title: 'All',
  one: 'entity',
  many: 'entities',
  icon: <RiArchiveStackLine size={16} />,
  columns: ['kind', ...WHOSE, ...HOW, 'lifecycle', ...MORE],
  hidden: MORE,
};

/** What people know a kind as; one of another's plugin by its own name. */
export function catalogKind(kind: string): CatalogKind {
  return (
    [...CATALOG_KINDS, EVERY_KIND].find(known => known.kind === kind) ?? {
      kind,
      title: kind.slice(0, 1).toLocaleUpperCase('en') + kind.slice(1),
      one: kind,
      many: `of the kind ${kind}`,
      icon: EVERY_KIND.icon,
      columns: ['type', ...WHOSE, 'lifecycle', 'tags'],
      hidden: ['tags'],
    }
  );
}

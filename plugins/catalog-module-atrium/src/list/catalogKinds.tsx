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
import { t } from '../translation';
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
    get title() {
      return t('catalogKinds.titleServices');
    },
    get one() {
      return t('catalogKinds.service');
    },
    get many() {
      return t('catalogKinds.services');
    },
    icon: <RiAppsLine size={16} />,
    columns: [...WHOSE, ...HOW, 'lifecycle', ...MORE],
    hidden: MORE,
  },
  {
    kind: 'api',
    get title() {
      return t('catalogKinds.apis');
    },
    get one() {
      return t('catalogKinds.api');
    },
    get many() {
      return t('catalogKinds.apis');
    },
    icon: <RiCodeSSlashLine size={16} />,
    columns: ['type', ...WHOSE, 'health', 'level', 'lifecycle', 'tags'],
    hidden: ['tags'],
  },
  {
    kind: 'system',
    get title() {
      return t('catalogKinds.titleSystems');
    },
    get one() {
      return t('catalogKinds.system');
    },
    get many() {
      return t('catalogKinds.systems');
    },
    icon: <RiStackLine size={16} />,
    columns: ['owner', ...HOW, 'type', 'tags'],
    hidden: ['type', 'tags'],
  },
  {
    kind: 'domain',
    get title() {
      return t('catalogKinds.titleDomains');
    },
    get one() {
      return t('catalogKinds.domain');
    },
    get many() {
      return t('catalogKinds.domains');
    },
    icon: <RiBuilding2Line size={16} />,
    columns: ['owner', ...HOW, 'type', 'tags'],
    hidden: ['type', 'tags'],
  },
  {
    kind: 'resource',
    get title() {
      return t('catalogKinds.titleResources');
    },
    get one() {
      return t('catalogKinds.resource');
    },
    get many() {
      return t('catalogKinds.resources');
    },
    icon: <RiDatabase2Line size={16} />,
    columns: ['type', ...WHOSE, ...HOW, 'lifecycle', 'tags'],
    hidden: ['lifecycle', 'tags'],
  },
  {
    kind: 'group',
    get title() {
      return t('catalogKinds.titleTeams');
    },
    get one() {
      return t('catalogKinds.team');
    },
    get many() {
      return t('catalogKinds.teams');
    },
    icon: <RiTeamLine size={16} />,
    columns: ['type', 'health', 'cost', 'tags'],
    hidden: ['tags'],
  },
  {
    kind: 'user',
    get title() {
      return t('catalogKinds.titlePeople');
    },
    get one() {
      return t('catalogKinds.person');
    },
    get many() {
      return t('catalogKinds.people');
    },
    icon: <RiUserLine size={16} />,
    columns: ['tags'],
    hidden: ['tags'],
  },
  {
    kind: 'template',
    get title() {
      return t('catalogKinds.titleTemplates');
    },
    get one() {
      return t('catalogKinds.template');
    },
    get many() {
      return t('catalogKinds.templates');
    },
    icon: <RiMagicLine size={16} />,
    columns: ['type', 'owner', 'tags'],
    hidden: [],
  },
  {
    kind: 'airesource',
    get title() {
      return t('catalogKinds.aiResources');
    },
    get one() {
      return t('catalogKinds.aiResource');
    },
    get many() {
      return t('catalogKinds.aiResources');
    },
    icon: <RiRobot2Line size={16} />,
    columns: ['type', 'owner', 'lifecycle', 'tags'],
    hidden: ['tags'],
  },
];

/** Everything there is. */
export const EVERY_KIND: CatalogKind = {
  kind: 'all',
  get title() {
    return t('catalogKinds.all');
  },
  get one() {
    return t('catalogKinds.entity');
  },
  get many() {
    return t('catalogKinds.entities');
  },
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
      many: t('catalogKinds.ofTheKind', { kind }),
      icon: EVERY_KIND.icon,
      columns: ['type', ...WHOSE, 'lifecycle', 'tags'],
      hidden: ['tags'],
    }
  );
}

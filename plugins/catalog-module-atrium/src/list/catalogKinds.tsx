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
import { inSentence, kindsWord, kindWord } from '@atrium/ui';
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
  /**
   * Those of them that only some people want to see. Most scorecards rate components, so a
   * level of others is one of them.
   */
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
      return kindsWord('api');
    },
    get one() {
      return inSentence(kindWord('api'));
    },
    get many() {
      return inSentence(kindsWord('api'));
    },
    icon: <RiCodeSSlashLine size={16} />,
    columns: ['type', ...WHOSE, 'health', 'level', 'lifecycle', 'tags'],
    hidden: ['level', 'tags'],
  },
  {
    kind: 'system',
    get title() {
      return kindsWord('system');
    },
    get one() {
      return inSentence(kindWord('system'));
    },
    get many() {
      return inSentence(kindsWord('system'));
    },
    icon: <RiStackLine size={16} />,
    columns: ['owner', ...HOW, 'type', 'tags'],
    hidden: ['level', 'type', 'tags'],
  },
  {
    kind: 'domain',
    get title() {
      return kindsWord('domain');
    },
    get one() {
      return inSentence(kindWord('domain'));
    },
    get many() {
      return inSentence(kindsWord('domain'));
    },
    icon: <RiBuilding2Line size={16} />,
    columns: ['owner', ...HOW, 'type', 'tags'],
    hidden: ['level', 'type', 'tags'],
  },
  {
    kind: 'resource',
    get title() {
      return kindsWord('resource');
    },
    get one() {
      return inSentence(kindWord('resource'));
    },
    get many() {
      return inSentence(kindsWord('resource'));
    },
    icon: <RiDatabase2Line size={16} />,
    columns: ['type', ...WHOSE, ...HOW, 'lifecycle', 'tags'],
    hidden: ['level', 'lifecycle', 'tags'],
  },
  {
    kind: 'group',
    get title() {
      return kindsWord('group');
    },
    get one() {
      return inSentence(kindWord('group'));
    },
    get many() {
      return inSentence(kindsWord('group'));
    },
    icon: <RiTeamLine size={16} />,
    columns: ['type', 'health', 'cost', 'tags'],
    hidden: ['tags'],
  },
  {
    kind: 'user',
    get title() {
      return kindsWord('user');
    },
    get one() {
      return inSentence(kindWord('user'));
    },
    get many() {
      return inSentence(kindsWord('user'));
    },
    icon: <RiUserLine size={16} />,
    columns: ['tags'],
    hidden: ['tags'],
  },
  {
    kind: 'template',
    get title() {
      return kindsWord('template');
    },
    get one() {
      return inSentence(kindWord('template'));
    },
    get many() {
      return inSentence(kindsWord('template'));
    },
    icon: <RiMagicLine size={16} />,
    columns: ['type', 'owner', 'tags'],
    hidden: [],
  },
  {
    kind: 'airesource',
    get title() {
      return kindsWord('airesource');
    },
    get one() {
      return inSentence(kindWord('airesource'));
    },
    get many() {
      return inSentence(kindsWord('airesource'));
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
      title: kindsWord(kind),
      one: kind,
      many: t('catalogKinds.ofTheKind', { kind }),
      icon: EVERY_KIND.icon,
      columns: ['type', ...WHOSE, 'lifecycle', 'tags'],
      hidden: ['tags'],
    }
  );
}

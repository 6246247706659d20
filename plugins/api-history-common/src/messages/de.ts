import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'apiHistory.breaking.more': 'Und {{count}} weitere.',
  'apiHistory.breaking.title': 'Breaking Change in {{api}}',
  'apiHistory.breaking.usedBy': 'Verwendet von {{consumers}}.',
} satisfies Translated<typeof en>;

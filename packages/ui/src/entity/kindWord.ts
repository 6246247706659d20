import { t } from '../translation';

const WORDS: Record<string, () => string> = {
  api: () => t('kindWord.api'),
  component: () => t('kindWord.component'),
  domain: () => t('kindWord.domain'),
  group: () => t('kindWord.group'),
  location: () => t('kindWord.location'),
  resource: () => t('kindWord.resource'),
  system: () => t('kindWord.system'),
  template: () => t('kindWord.template'),
  user: () => t('kindWord.user'),
};

/** What people call a kind of entity: `Component`, `Team`. */
export function kindWord(kind: string): string {
  const id = kind.toLocaleLowerCase('en-US');
  return WORDS[id]?.() ?? id.charAt(0).toLocaleUpperCase('en-US') + id.slice(1);
}

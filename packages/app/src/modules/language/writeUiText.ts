import { t } from '../../translation';

/** By what the components say in English; `bundler/uiTextLoader.cjs` has the same. */
const TEXTS = new Map<string, () => string>([
  ['Breadcrumbs', () => t('uiText.breadcrumbs')],
  ['Close', () => t('uiText.close')],
  ['Content navigation', () => t('uiText.contentNavigation')],
  ['Copied to clipboard', () => t('uiText.copied')],
  ['Copy to clipboard', () => t('uiText.copy')],
  ['Decrease', () => t('uiText.decrease')],
  ['Decrease text size', () => t('uiText.decreaseTextSize')],
  ['Hide value', () => t('uiText.hideValue')],
  ['Increase', () => t('uiText.increase')],
  ['Increase text size', () => t('uiText.increaseTextSize')],
  ['Loading', () => t('uiText.loading')],
  ['More actions', () => t('uiText.moreActions')],
  ['No results found', () => t('uiText.nothingFound')],
  ['No results found.', () => t('uiText.nothingFound')],
  ['Open calendar', () => t('uiText.openCalendar')],
  ['Search', () => t('uiText.search')],
  ['Search...', () => t('uiText.search')],
  ['Searching', () => t('uiText.searching')],
  ['Searching...', () => t('uiText.searching')],
  ['Select an option', () => t('uiText.selectAnOption')],
  ['Show more breadcrumbs', () => t('uiText.showMoreBreadcrumbs')],
  ['Show value', () => t('uiText.showValue')],
  ['Text size', () => t('uiText.textSize')],
  ['Toolbar tabs', () => t('uiText.tabs')],
]);

/** What a stock component says, in the language of the page. */
export function writeUiText(english: string): string {
  return TEXTS.get(english)?.() ?? english;
}

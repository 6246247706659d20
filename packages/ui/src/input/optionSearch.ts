import { t } from '../translation';

/** More options than this can be searched. */
const SHORT_LIST = 8;

/** The search of a choice among so many options; none where all are seen at once. */
export function optionSearch(optionCount: number) {
  return optionCount > SHORT_LIST
    ? { placeholder: t('optionSearch.search') }
    : undefined;
}

import { useReaderVariant } from '../readerVariant';
import { SiteSearch } from './SiteSearch';

/** On the tab of an entity, which has no header to hold the search. */
export function TabSearch() {
  return useReaderVariant() === 'tab' ? <SiteSearch /> : null;
}

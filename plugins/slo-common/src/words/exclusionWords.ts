import type { SloExclusion } from '../wire/exclusions';

/** What kind of time does not count. */
export const EXCLUSION_KIND_WORDS: Record<SloExclusion['kind'], string> = {
  maintenance: 'Planned maintenance',
  exclusion: 'Agreed afterwards',
};

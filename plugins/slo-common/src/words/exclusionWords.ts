import { inLanguage } from '@atrium/common';
import type { SloExclusion } from '../wire/exclusions';

/** What kind of time does not count. */
export const EXCLUSION_KIND_WORDS: Record<SloExclusion['kind'], string> = {
  get maintenance() {
    return inLanguage({ en: 'Planned maintenance', de: 'Geplante Wartung' });
  },
  get exclusion() {
    return inLanguage({
      en: 'Agreed afterwards',
      de: 'Nachträglich vereinbart',
    });
  },
};

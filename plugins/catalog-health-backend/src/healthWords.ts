import { MessageWriter } from '@atrium/common';
import { catalogHealthMessages } from '@atrium/plugin-catalog-health-common';

/** Writes what catalog health tells people. */
export const words = new MessageWriter(catalogHealthMessages);

import type { IconElement } from '@backstage/frontend-plugin-api';
import type { Command } from '@atrium/ui';
import type { SearchHit } from '../results/SearchHit';

/** One line of the search over any page, and what choosing it does. */
export type PaletteOption =
  | { type: 'hit'; hit: SearchHit; location: string }
  | {
      type: 'command';
      icon: IconElement;
      title: string;
      location: string;
    }
  /** A command about an entity that is still to be named. */
  | { type: 'unfinished'; icon: IconElement; title: string; text: string }
  | { type: 'recent'; title: string; location: string }
  | { type: 'all'; title: string; location: string };

/** Lines with something in common. */
export interface PaletteGroup {
  title: string;
  options: PaletteOption[];
}

/** The line of a command that needs nothing more. */
export function toPageOption({ icon, title, href }: Command): PaletteOption {
  return { type: 'command', icon, title, location: href };
}

/** The lines of a command about the entities among results. */
export function toEntityOptions(
  { icon, title, href, kinds = [] }: Command,
  hits: readonly SearchHit[],
): PaletteOption[] {
  return hits
    .filter(({ subject }) => kinds.includes(subject))
    .map(hit => ({
      type: 'command',
      icon,
      title: `${title} ${hit.title}`,
      location: `${hit.location}/${href}`,
    }));
}

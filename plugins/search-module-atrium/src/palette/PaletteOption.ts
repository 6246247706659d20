import type { IconElement } from '@backstage/frontend-plugin-api';
import type { Command } from '@atrium/ui';
import type { SearchHit } from '../results/SearchHit';

/** One line of the search over any page, and what choosing it does. */
export type PaletteOption = {
  /** Found for other words than those that are typed now. */
  isStale?: boolean;
} & (
  | { type: 'hit'; hit: SearchHit; location: string }
  | {
      type: 'command';
      icon: IconElement;
      title: string;
      location: string;
    }
  /** A command about an entity that only its owner may do; leads to the entity. */
  | {
      type: 'refused';
      icon: IconElement;
      title: string;
      ownerRef?: string;
      location: string;
    }
  /** A command about an entity that is still to be named. */
  | { type: 'unfinished'; icon: IconElement; title: string; text: string }
  | { type: 'recent'; title: string; location: string }
  | { type: 'all'; title: string; location: string }
);

/** Lines with something in common. */
export interface PaletteGroup {
  title: string;
  options: PaletteOption[];
}

/** The line of a command that needs nothing more. */
export function toPageOption({ icon, title, href }: Command): PaletteOption {
  return { type: 'command', icon, title, location: href };
}

/**
 * The lines of a command about the entities among results.
 *
 * @param rightOf - whether the person may do it; undefined while that is not known
 */
export function toEntityOptions(
  { icon, title, href, kinds = [], permission }: Command,
  hits: readonly SearchHit[],
  rightOf: (location: string) => boolean | undefined,
): PaletteOption[] {
  return hits
    .filter(({ subject }) => kinds.includes(subject))
    .flatMap(({ location, ownerRef, title: name }): PaletteOption[] => {
      const common = { icon, title: `${title} ${name}` };
      switch (permission ? rightOf(location) : true) {
        case true:
          return [
            { type: 'command', ...common, location: `${location}/${href}` },
          ];
        case false:
          return [{ type: 'refused', ...common, ownerRef, location }];
        default:
          return [];
      }
    });
}

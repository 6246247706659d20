import type { Command } from '@atrium/ui';
import { useSearch } from '../queries/useSearch';
import { t } from '../translation';
import { matchCommands } from './matchCommands';
import {
  type PaletteGroup,
  type PaletteOption,
  toEntityOptions,
  toPageOption,
} from './PaletteOption';
import { useEntityRights } from './useEntityRights';
import { useRecentPages } from './useRecentPages';

const HIT_LIMIT = 8;
const NAMED_LIMIT = 3;
const COMMAND_LIMIT = 4;
const FIRST_COMMAND_LIMIT = 6;

export interface PaletteInput {
  /** What is typed now. */
  term: string;
  /** What was typed when typing rested last. */
  restedTerm: string;
  commands: readonly Command[];
}

/** What can be chosen for what is typed: commands, results, recent pages. */
export function usePalette({ term, restedTerm, commands }: PaletteInput) {
  const search = useSearch(
    { term: restedTerm, pageLimit: HIT_LIMIT },
    { isEnabled: restedTerm !== '' },
  );
  const { pages, ofEntity, entityTerm } = matchCommands(term, commands);
  const namedTerm = matchCommands(restedTerm, commands).entityTerm;
  const named = useSearch(
    {
      term: namedTerm,
      types: ['software-catalog'],
      pageLimit: NAMED_LIMIT,
    },
    { isEnabled: namedTerm !== '', isTracked: false },
  );
  const namedHits = named.data?.hits ?? [];
  const rightTo = useEntityRights(ofEntity, namedHits);
  const recent = useRecentPages();
  const hasResults = term !== '' && search.data !== undefined;
  const hits = hasResults ? search.data?.hits ?? [] : [];
  const isCurrent = search.data?.term === term && !search.isPlaceholderData;

  const found: PaletteOption[] = [
    ...pages.map(toPageOption),
    ...ofEntity.flatMap(command =>
      entityTerm === ''
        ? [toUnfinished(command)]
        : toEntityOptions(command, namedHits, location =>
            rightTo(command, location),
          ).map(option => ({
            ...option,
            isStale: named.data?.term !== entityTerm,
          })),
    ),
  ]
    .sort((a, b) => Number(isRefused(a)) - Number(isRefused(b)))
    .slice(0, COMMAND_LIMIT);
  const groups: PaletteGroup[] =
    term === ''
      ? [
          { title: t('usePalette.recentPages'), options: recent },
          {
            title: t('usePalette.actions'),
            options: commands
              .map(command =>
                command.kinds ? toUnfinished(command) : toPageOption(command),
              )
              .slice(0, FIRST_COMMAND_LIMIT),
          },
        ]
      : [
          { title: t('usePalette.actions'), options: found },
          {
            title: t('usePalette.results'),
            options: hasResults
              ? [
                  ...hits.map(
                    (hit): PaletteOption => ({
                      type: 'hit',
                      hit,
                      location: hit.location,
                      isStale: !isCurrent,
                    }),
                  ),
                  {
                    type: 'all',
                    title: t('usePalette.seeAllResultsFor', { term }),
                    location: toSearchPage(term),
                  },
                ]
              : [],
          },
        ];
  return {
    search,
    hits,
    isCurrent,
    groups: groups.filter(({ options }) => options.length > 0),
  };
}

/** The search page with what is typed. */
export function toSearchPage(term: string): string {
  return `/search?${new URLSearchParams({ query: term })}`;
}

function isRefused({ type }: PaletteOption): boolean {
  return type === 'refused';
}

function toUnfinished({ icon, title }: Command): PaletteOption {
  return { type: 'unfinished', icon, title: `${title} …`, text: `${title} ` };
}

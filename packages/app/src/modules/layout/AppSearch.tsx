import { createContext, Suspense, useContext, useMemo } from 'react';
import { QuickSearch } from '@atrium/plugin-search-module-atrium';
import { type Command, type CommandParams, readCommand } from '@atrium/ui';

/** What can be done from any page. */
export const CommandsContext = createContext<readonly CommandParams[]>([]);

export interface AppSearchProps {
  /** Where the navigation leads. */
  pages: readonly Pick<Command, 'href' | 'icon' | 'title'>[];
}

/** The search over any page: it does things, and leads to pages and to what it finds. */
export function AppSearch({ pages }: AppSearchProps) {
  // Nothing around it vanishes while its texts are on their way.
  return (
    <Suspense fallback={null}>
      <SearchInLanguage pages={pages} />
    </Suspense>
  );
}

function SearchInLanguage({ pages }: AppSearchProps) {
  const params = useContext(CommandsContext);
  const commands = useMemo(() => params.map(readCommand), [params]);
  return <QuickSearch commands={[...commands, ...pages]} />;
}

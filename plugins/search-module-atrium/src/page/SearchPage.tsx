import { useMemo } from 'react';
import {
  Container,
  SearchField,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from '@backstage/ui';
import { useDebouncedText } from '@atrium/ui';
import { t } from '../translation';
import type { ResultItem } from './ResultItem';
import { SearchFilters } from './SearchFilters';
import { SearchIntroduction } from './SearchIntroduction';
import styles from './SearchPage.module.css';
import { SearchResults } from './SearchResults';
import type { OtherResultType } from './searchTabs';
import { ALL_TAB, searchTabs } from './searchTabs';
import { useSearchState } from './useSearchState';

/** The backend refuses longer terms. */
const MAX_TERM_LENGTH = 100;

export interface SearchPageProps {
  items: ResultItem[];
  resultTypes: OtherResultType[];
}

/** Everything that can be found, by words, kind, owner and system. */
export function SearchPage({ items, resultTypes }: SearchPageProps) {
  const [state, change] = useSearchState();
  const [text, setText] = useDebouncedText(state.term, term =>
    change({ term }),
  );
  const tabs = useMemo(() => searchTabs(resultTypes), [resultTypes]);
  const tab = tabs.find(({ id }) => id === state.tab) ?? ALL_TAB;
  const hasQuestion =
    state.term.trim() !== '' ||
    tab !== ALL_TAB ||
    state.owners.length > 0 ||
    state.systems.length > 0;

  return (
    <Container>
      <main className={styles.page}>
        <div role="search">
          <SearchField
            aria-label={t('searchPage.search')}
            placeholder={t('searchPage.aNameAnOperationSuch')}
            size="medium"
            // Who comes without a question comes to ask one.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={state.term === ''}
            maxLength={MAX_TERM_LENGTH}
            value={text}
            onChange={setText}
            onSubmit={term => change({ term })}
          />
        </div>
        <Tabs
          selectedKey={tab.id}
          onSelectionChange={id => change({ tab: String(id) })}
        >
          <div className={styles.bar}>
            <TabList aria-label={t('searchPage.kindsOfResults')}>
              {tabs.map(({ id, title }) => (
                <Tab key={id} id={id}>
                  {title}
                </Tab>
              ))}
            </TabList>
          </div>
          <TabPanel id={tab.id} className={styles.panel}>
            <SearchFilters state={state} onChange={change} />
            {hasQuestion ? (
              <SearchResults
                state={state}
                tab={tab}
                items={items}
                onChange={change}
              />
            ) : (
              <SearchIntroduction />
            )}
          </TabPanel>
        </Tabs>
      </main>
    </Container>
  );
}

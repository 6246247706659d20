import { ButtonLink, SearchField, Skeleton, ToggleButton } from '@backstage/ui';
import { EmptyState, PageBody, QueryState, useDebouncedText } from '@atrium/ui';
import { useApis } from '../../hooks/useApis';
import { useBrowserState } from '../../hooks/useBrowserState';
import { ApiList } from './ApiList';
import styles from './ApiBrowserPage.module.css';

/** Every API of the organisation, to be found by one search. */
export function ApiBrowserPage() {
  const [state, change] = useBrowserState();
  const [text, setText] = useDebouncedText(state.q, q => change({ q }));
  const query = useApis();
  return (
    <PageBody>
      <div className={styles.search} role="search">
        <SearchField
          aria-label="Search APIs"
          placeholder="Search by API, providing component, owner, system, tag or type"
          size="medium"
          value={text}
          onChange={setText}
          className={styles.field}
        />
        <ToggleButton
          isSelected={state.mine}
          onChange={mine => change({ mine })}
        >
          Mine
        </ToggleButton>
      </div>
      <QueryState
        query={query}
        isEmpty={({ apis }) => apis.length === 0}
        empty={
          <EmptyState
            title="The catalog has no API yet"
            description="An API appears here when a repository describes it in its catalog-info.yaml: kind API, with the type and the definition in spec. Components name it in providesApis and consumesApis."
            action={
              <ButtonLink variant="secondary" href="/docs">
                Read how in the documentation
              </ButtonLink>
            }
          />
        }
        loading={<Skeleton width="100%" height={480} />}
      >
        {({ apis, ownerRefs }) => (
          <ApiList
            apis={apis}
            ownerRefs={ownerRefs}
            state={state}
            onChange={change}
          />
        )}
      </QueryState>
    </PageBody>
  );
}

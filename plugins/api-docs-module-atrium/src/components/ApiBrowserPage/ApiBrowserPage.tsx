import { ButtonLink, SearchField, Skeleton, ToggleButton } from '@backstage/ui';
import { RiPlugLine } from '@remixicon/react';
import {
  EmptyState,
  FilterRow,
  ListBar,
  PageBody,
  QueryState,
  useDebouncedText,
  ViewSkeleton,
} from '@atrium/ui';
import { FILTER_KEYS } from '../../browser/apiFilters';
import { useApis } from '../../hooks/useApis';
import { useBrowserState } from '../../hooks/useBrowserState';
import { t } from '../../translation';
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
          aria-label={t('apiBrowserPage.searchApis')}
          placeholder={t('apiBrowserPage.searchByApiProvidingComponent')}
          size="medium"
          value={text}
          onChange={setText}
          className={styles.field}
        />
        <ToggleButton
          isSelected={state.mine}
          onChange={mine => change({ mine })}
        >
          {t('apiBrowserPage.mine')}
        </ToggleButton>
      </div>
      <QueryState
        query={query}
        isEmpty={({ apis }) => apis.length === 0}
        empty={
          <EmptyState
            icon={<RiPlugLine />}
            title={t('apiBrowserPage.theCatalogHasNoApi')}
            description={t('apiBrowserPage.anApiAppearsHereWhen')}
            action={
              <ButtonLink variant="secondary" href="/docs">
                {t('apiBrowserPage.readHowInTheDocumentation')}
              </ButtonLink>
            }
          />
        }
        loading={<ApiListSkeleton />}
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

function ApiListSkeleton() {
  return (
    <>
      <FilterRow>
        {FILTER_KEYS.map(key => (
          <Skeleton key={key} width={168} height={32} />
        ))}
      </FilterRow>
      <ListBar summary={<Skeleton width={48} height={12} />}>
        <Skeleton width={116} height={32} />
      </ListBar>
      <ViewSkeleton height={560} />
    </>
  );
}

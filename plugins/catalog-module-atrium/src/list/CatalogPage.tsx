import { useState } from 'react';
import {
  ButtonLink,
  SearchField,
  ToggleButton,
  useBreakpoint,
} from '@backstage/ui';
import { RiAddLine, RiFilter3Line } from '@remixicon/react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  PageBody,
  QueryState,
  useDebouncedText,
  ViewSkeleton,
} from '@atrium/ui';
import { useCatalogState } from '../hooks/useCatalogState';
import { useCostRight } from '../hooks/useCostRight';
import { useEntityList } from '../hooks/useEntityList';
import { createRouteRef } from '../routes';
import { t } from '../translation';
import { CatalogFilters } from './CatalogFilters';
import { CatalogList } from './CatalogList';
import styles from './CatalogPage.module.css';
import { MINE, NO_FILTERS } from './catalogState';
import { KindTabs } from './KindTabs';
import { NoEntities } from './NoEntities';
import { ViewMenu } from './ViewMenu';

/** Everything that the organisation has, to be found, compared and kept in views. */
export function CatalogPage() {
  const { state, change, setPage } = useCatalogState();
  const cost = useCostRight(state);
  const { query, request } = useEntityList(state, cost);
  const [text, setText] = useDebouncedText(state.q, q => change({ q }));
  const createHref = useRouteRef(createRouteRef)?.();
  // On a phone the list comes first.
  const isNarrow = useBreakpoint().down('sm');
  const [hasFilters, setHasFilters] = useState(false);
  const clear = () => change(NO_FILTERS);
  return (
    <PageBody>
      <div className={styles.page}>
        <KindTabs state={state} counts={query.data?.options.kind} />
        <div className={styles.tools} role="search">
          <SearchField
            aria-label={t('catalogPage.searchTheCatalog')}
            placeholder={t('catalogPage.searchByNameDescriptionOr')}
            value={text}
            onChange={setText}
            className={styles.field}
          />
          {isNarrow && (
            <ToggleButton
              isSelected={hasFilters}
              onChange={setHasFilters}
              iconStart={<RiFilter3Line />}
            >
              {t('catalogPage.filters')}
            </ToggleButton>
          )}
          <div className={styles.buttons}>
            <ToggleButton
              isSelected={state.owner === MINE}
              onChange={isMine => change({ owner: isMine ? MINE : undefined })}
            >
              {t('catalogPage.mine')}
            </ToggleButton>
            <ToggleButton
              isSelected={state.starred}
              onChange={starred => change({ starred })}
            >
              {t('catalogPage.starred')}
            </ToggleButton>
            <ViewMenu />
            {createHref && (
              <ButtonLink
                variant="primary"
                iconStart={<RiAddLine />}
                href={createHref}
              >
                {t('catalogPage.create')}
              </ButtonLink>
            )}
          </div>
        </div>
        {(!isNarrow || hasFilters) && (
          <CatalogFilters
            state={state}
            options={query.data?.options}
            onChange={change}
          />
        )}
        <QueryState
          query={query}
          isEmpty={({ totalItems }) => totalItems === 0}
          empty={<NoEntities state={state} onClear={clear} />}
          loading={<ViewSkeleton height={720} />}
        >
          {list => (
            <CatalogList
              state={state}
              list={list}
              request={request}
              sort={cost.sort}
              costRight={cost.right}
              onSort={sort => change({ sort })}
              onPage={setPage}
              onClear={clear}
            />
          )}
        </QueryState>
      </div>
    </PageBody>
  );
}

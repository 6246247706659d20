import { useMemo } from 'react';
import { Button } from '@backstage/ui';
import { CsvButton, EmptyState, ListBar } from '@atrium/ui';
import { apiCells } from '../../browser/apiCells';
import type { ApiRow } from '../../browser/ApiRow';
import { filterApis, noFilters } from '../../browser/apiFilters';
import type { BrowserState } from '../../browser/BrowserState';
import { matchApis, toSearchable } from '../../browser/matchApis';
import { sortApis } from '../../browser/sortApis';
import { t } from '../../translation';
import { ApiFilterBar } from './ApiFilterBar';
import { ApiTable } from './ApiTable';

/** Props of {@link ApiList}. */
export interface ApiListProps {
  apis: ApiRow[];
  /** The owners that mean the signed-in person. */
  ownerRefs: string[];
  state: BrowserState;
  onChange(change: Partial<BrowserState>): void;
}

/** The APIs that fit the search and the filters. */
export function ApiList(props: ApiListProps) {
  const { apis, ownerRefs, state, onChange } = props;
  const searchable = useMemo(() => toSearchable(apis), [apis]);
  const matches = useMemo(
    () => matchApis(searchable, state.q),
    [searchable, state.q],
  );
  const found = useMemo(
    () =>
      state.mine
        ? matches.rows.filter(
            ({ owner }) => owner && ownerRefs.includes(owner.entityRef),
          )
        : matches.rows,
    [matches, state.mine, ownerRefs],
  );
  const rows = useMemo(() => {
    const filtered = filterApis(found, state);
    if (state.sort) {
      return sortApis(filtered, state.sort);
    }
    return matches.words.length > 0
      ? filtered
      : sortApis(filtered, { column: 'name', direction: 'ascending' });
  }, [found, state, matches]);
  const summary =
    rows.length === apis.length
      ? t('apiList.apis', { count: apis.length })
      : t('apiList.someOfApis', { found: rows.length, count: apis.length });
  const clear = () => onChange({ q: '', mine: false, ...noFilters });

  return (
    <>
      <ApiFilterBar apis={found} filters={state} onChange={onChange} />
      <ListBar
        summary={
          matches.isComplete || rows.length === 0
            ? summary
            : t('apiList.noneHasAllTheWords', { summary })
        }
      >
        <CsvButton
          name="apis"
          isDisabled={rows.length === 0}
          readRows={() => apiCells(rows)}
        />
      </ListBar>
      {rows.length === 0 ? (
        <EmptyState
          title={t('apiList.noApiFits')}
          description={
            state.mine
              ? t('apiList.neitherYouNorYourGroups')
              : t('apiList.tryTheNameOfThe')
          }
          action={
            <Button variant="secondary" onPress={clear}>
              {t('apiList.showAllApis')}
            </Button>
          }
        />
      ) : (
        <ApiTable
          rows={rows}
          words={matches.words}
          sort={state.sort}
          page={state.page}
          onChange={onChange}
        />
      )}
    </>
  );
}

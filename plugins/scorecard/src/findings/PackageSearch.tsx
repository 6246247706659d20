import { useState } from 'react';
import { z } from 'zod';
import { Button, TextField } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ComponentUser } from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  type DataColumn,
  DataTable,
  EmptyState,
  formatDate,
  ListBar,
  QueryState,
  textStyles,
  useAddressState,
  ViewSkeleton,
} from '@atrium/ui';
import type { PackageQuery } from '../api/ScorecardApi';
import { EntityLinks } from '../components/shared/EntityLinks';
import { useReadCsv } from '../hooks/useReadCsv';
import styles from './findings.module.css';
import { t } from '../translation';
import { usePackageUsers } from './useFindings';

const searchSchema = z.object({
  package: z.string().optional(),
  version: z.string().optional(),
});

const DEPENDENCY_WORDS: Record<ComponentUser['dependency'], string> = {
  get direct() {
    return t('packageSearch.direct');
  },
  get transitive() {
    return t('packageSearch.throughAnother');
  },
  get unknown() {
    return t('packageSearch.notReported');
  },
};

const COLUMNS: DataColumn<ComponentUser>[] = [
  {
    get title() {
      return t('packageSearch.service');
    },
    cell: ({ entityRef }) => <EntityRefLink entityRef={entityRef} hideIcon />,
  },
  {
    get title() {
      return t('packageSearch.owner');
    },
    cell: ({ ownerRefs }) => <EntityLinks entityRefs={ownerRefs} />,
  },
  {
    get title() {
      return t('packageSearch.package');
    },
    cell: ({ name, purl }) => (
      <>
        {name}
        <div className={textStyles.mono}>{purl}</div>
      </>
    ),
  },
  {
    get title() {
      return t('packageSearch.version');
    },
    cell: ({ version }) =>
      version ?? (
        <span className={textStyles.muted}>
          {t('packageSearch.notReported')}
        </span>
      ),
  },
  {
    get title() {
      return t('packageSearch.dependency');
    },
    cell: ({ dependency }) => DEPENDENCY_WORDS[dependency],
  },
  {
    get title() {
      return t('packageSearch.since');
    },
    cell: ({ since }) => formatDate(since),
  },
];

/** Who uses a package, by the bills of materials that pipelines sent. */
export function PackageSearch() {
  const [asked, set] = useAddressState(searchSchema);
  const [name, setName] = useState(asked.package ?? '');
  const [version, setVersion] = useState(asked.version ?? '');
  return (
    <>
      <form
        className={styles.search}
        onSubmit={event => {
          event.preventDefault();
          set(
            {
              package: name.trim() || undefined,
              version: version.trim() || undefined,
            },
            { isNewEntry: true },
          );
        }}
      >
        <TextField
          label={t('packageSearch.package')}
          placeholder={t('packageSearch.log4jCoreOrAPackage')}
          value={name}
          onChange={setName}
        />
        <TextField
          label={t('packageSearch.version')}
          secondaryLabel={t('packageSearch.optional')}
          placeholder={t('packageSearch.n2141214')}
          value={version}
          onChange={setVersion}
        />
        <Button type="submit" variant="primary">
          {t('packageSearch.search')}
        </Button>
      </form>
      {asked.package ? (
        <PackageUsers
          query={{
            ...(asked.package.startsWith('pkg:')
              ? { purl: asked.package }
              : { name: asked.package }),
            version: asked.version,
          }}
        />
      ) : (
        <EmptyState
          title={t('packageSearch.whichPackageAreYouLooking')}
          description={t('packageSearch.servicesAreFoundByTheir')}
        />
      )}
    </>
  );
}

function PackageUsers({ query }: { query: PackageQuery }) {
  const pages = usePackageUsers(query);
  const readRows = useReadCsv('components', query);
  return (
    <QueryState
      query={pages}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          title={t('packageSearch.noServiceIsKnownTo')}
          description={t('packageSearch.onlyServicesWhosePipelinesSend')}
        />
      }
      loading={<ViewSkeleton height={240} />}
    >
      {({ items, totalItems }) => (
        <>
          <ListBar
            summary={
              items.length < totalItems
                ? t('packageSearch.ofUses', {
                    count: totalItems,
                    itemsCount: items.length,
                  })
                : t('packageSearch.uses', { count: totalItems })
            }
          >
            <CsvButton name="package-users" readRows={readRows} />
          </ListBar>
          <DataTable
            label={t('packageSearch.servicesThatUseThePackage')}
            columns={COLUMNS}
            items={items}
            keyOf={({ entityRef, purl, name, version, tool, category }) =>
              [entityRef, purl ?? name, version, tool, category].join(' ')
            }
          />
          {pages.hasNextPage && (
            <div>
              <Button
                variant="secondary"
                isPending={pages.isFetchingNextPage}
                onPress={() => pages.fetchNextPage()}
              >
                {t('packageSearch.showMore')}
              </Button>
            </div>
          )}
        </>
      )}
    </QueryState>
  );
}

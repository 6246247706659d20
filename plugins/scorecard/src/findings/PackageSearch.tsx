import { useState } from 'react';
import { z } from 'zod';
import { Button, Skeleton, TextField } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ComponentUser } from '@atrium/plugin-scorecard-common';
import {
  countWords,
  CsvButton,
  type DataColumn,
  DataTable,
  EmptyState,
  formatDate,
  formatNumber,
  ListBar,
  QueryState,
  textStyles,
  useAddressState,
} from '@atrium/ui';
import type { PackageQuery } from '../api/ScorecardApi';
import { EntityLinks } from '../components/shared/EntityLinks';
import { useReadCsv } from '../hooks/useReadCsv';
import styles from './findings.module.css';
import { usePackageUsers } from './useFindings';

const searchSchema = z.object({
  package: z.string().optional(),
  version: z.string().optional(),
});

const DEPENDENCY_WORDS: Record<ComponentUser['dependency'], string> = {
  direct: 'Direct',
  transitive: 'Through another',
  unknown: 'Not reported',
};

const COLUMNS: DataColumn<ComponentUser>[] = [
  {
    title: 'Service',
    cell: ({ entityRef }) => <EntityRefLink entityRef={entityRef} hideIcon />,
  },
  {
    title: 'Owner',
    cell: ({ ownerRefs }) => <EntityLinks entityRefs={ownerRefs} />,
  },
  {
    title: 'Package',
    cell: ({ name, purl }) => (
      <>
        {name}
        <div className={textStyles.mono}>{purl}</div>
      </>
    ),
  },
  {
    title: 'Version',
    cell: ({ version }) =>
      version ?? <span className={textStyles.muted}>Not reported</span>,
  },
  {
    title: 'Dependency',
    cell: ({ dependency }) => DEPENDENCY_WORDS[dependency],
  },
  { title: 'Since', cell: ({ since }) => formatDate(since) },
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
          label="Package"
          placeholder="log4j-core, or a package URL"
          value={name}
          onChange={setName}
        />
        <TextField
          label="Version"
          secondaryLabel="optional"
          placeholder="2.14.1, 2.14.* or >=4.0.0 <4.17.21"
          value={version}
          onChange={setVersion}
        />
        <Button type="submit" variant="primary">
          Search
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
          title="Which package are you looking for?"
          description="Services are found by their bills of materials, with the version they use and the team that owns them. Ranges are understood for npm, Cargo, Go, Hex, Swift and pub; elsewhere, give a version or the start of one."
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
          title="No service is known to use it"
          description="Only services whose pipelines send a bill of materials are looked through."
        />
      }
      loading={<Skeleton width="100%" height={240} />}
    >
      {({ items, totalItems }) => (
        <>
          <ListBar
            summary={
              items.length < totalItems
                ? `${formatNumber(items.length)} of ${countWords(
                    totalItems,
                    'use',
                  )}`
                : countWords(totalItems, 'use')
            }
          >
            <CsvButton name="package-users" readRows={readRows} />
          </ListBar>
          <DataTable
            label="Services that use the package"
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
                Show more
              </Button>
            </div>
          )}
        </>
      )}
    </QueryState>
  );
}

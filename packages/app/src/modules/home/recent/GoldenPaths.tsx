import { useQuery } from '@tanstack/react-query';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { entityTitle, QueryState, textStyles, urlPath } from '@atrium/ui';
import { t } from '../../../translation';
import { SideList, SideRow, SideSection, SideSkeleton } from '../SideSection';

const SHOWN_COUNT = 5;

/** What can be started by a few answers. */
export function GoldenPaths() {
  const catalogApi = useApi(catalogApiRef);
  const query = useQuery({
    queryKey: ['home', 'golden-paths'],
    queryFn: () =>
      catalogApi.queryEntities({
        filter: { kind: 'template' },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.type',
        ],
        orderFields: [{ field: 'metadata.title', order: 'asc' }],
        limit: SHOWN_COUNT,
      }),
  });
  return (
    <SideSection
      title={t('goldenPaths.startSomethingNew')}
      tools={<Link href="/create">{t('goldenPaths.allGoldenPaths')}</Link>}
      rows={SHOWN_COUNT}
    >
      <QueryState
        query={query}
        loading={<SideSkeleton rows={SHOWN_COUNT} />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <p className={textStyles.muted}>
            {t('goldenPaths.thePlatformTeamHasPublished')}
          </p>
        }
      >
        {({ items }) => (
          <SideList>
            {items.map(entity => {
              const { name, namespace = 'default' } = entity.metadata;
              const type = entity.spec?.type;
              return (
                <SideRow
                  key={`${namespace}/${name}`}
                  aside={typeof type === 'string' && type}
                >
                  <Link
                    href={urlPath`/create/templates/${namespace}/${name}`}
                    standalone
                  >
                    {entityTitle(entity, stringifyEntityRef(entity))}
                  </Link>
                </SideRow>
              );
            })}
          </SideList>
        )}
      </QueryState>
    </SideSection>
  );
}

import {
  Navigate,
  useParams,
  useRoutes,
  useSearchParams,
} from 'react-router-dom';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  AsyncEntityProvider,
  InspectEntityDialog,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { ButtonLink, Container } from '@backstage/ui';
import { RiRoadMapLine } from '@remixicon/react';
import {
  entityTitle,
  ErrorState,
  LoadingPlaceContext,
  MessagePage,
  titleText,
  useDocumentTitle,
} from '@atrium/ui';
import { t } from '../../translation';
import { useEntitySummary } from '../hooks/useEntitySummary';
import { useLoadedEntity } from '../hooks/useLoadedEntity';
import { EntityHeader } from './EntityHeader';
import headerStyles from './EntityHeader.module.css';
import type { EntityMenuEntry } from './EntityMenuEntry';
import { EntityNotFound } from './EntityNotFound';
import type { EntityPageContent } from './EntityPageContent';
import { EntityPageSkeleton } from './EntityPageSkeleton';
import { EntityTabs } from './EntityTabs';
import styles from './EntityPage.module.css';
import { findMovedTab } from './movedTabs';
import {
  selectContent,
  sortContents,
  toRoutePath,
  trimPath,
} from './selectContent';

/** The parts of the stock dialog that shows what the catalog has stored. */
const INSPECTIONS = [
  'overview',
  'ancestry',
  'colocated',
  'json',
  'yaml',
] as const;

/** Props of {@link EntityPage}. */
export interface EntityPageProps {
  entityRef: string;
  contents: EntityPageContent[];
  menu: EntityMenuEntry[];
}

/** The page of an entity: who it is, its tabs, and the tab that is open. */
export function EntityPage(props: EntityPageProps) {
  const { entityRef, contents, menu } = props;
  const query = useLoadedEntity(entityRef);
  // Asked for along with the entity: the overview would ask a moment later.
  const isOverview = !useParams()['*'];
  useEntitySummary(entityRef, isOverview && hasSummary(entityRef));
  const { data: entity, error, refetch } = query;
  return (
    <AsyncEntityProvider
      entity={entity ?? undefined}
      loading={query.isPending}
      error={error ?? undefined}
      refresh={() => void refetch()}
    >
      <main className={styles.page}>
        {entity && (
          <LoadedEntity
            // What was opened and asked for at one entity is not the next one's.
            key={entityRef}
            entity={entity}
            contents={contents.filter(content => content.appliesTo(entity))}
            menu={menu.filter(entry => entry.appliesTo(entity))}
          />
        )}
        {entity === null && (
          <Container className={styles.missing}>
            <EntityNotFound entityRef={entityRef} />
          </Container>
        )}
        {entity === undefined && error && (
          <Container className={styles.frame}>
            <h1 className={headerStyles.title}>
              {parseEntityRef(entityRef).name}
            </h1>
            <ErrorState error={error} onRetry={() => void refetch()} />
          </Container>
        )}
        {entity === undefined && !error && (
          <EntityPageSkeleton entityRef={entityRef} />
        )}
      </main>
    </AsyncEntityProvider>
  );
}

/** A template says nothing of health on its page. */
function hasSummary(entityRef: string): boolean {
  return !entityRef.startsWith('template:');
}

interface LoadedEntityProps extends Omit<EntityPageProps, 'entityRef'> {
  entity: Entity;
}

function LoadedEntity({ entity, contents, menu }: LoadedEntityProps) {
  const pathBelow = useParams()['*'] ?? '';
  const baseHref = useEntityRefLink()(entity);
  const sorted = sortContents(
    contents.map(content => ({
      ...content,
      title: titleText(content.title, content.titleTranslation),
    })),
  );
  const selected = selectContent(sorted, pathBelow);
  const shown = useRoutes(
    sorted.map(content => ({
      path: toRoutePath(content),
      element: content.element,
    })),
  );
  const moved = findMovedTab(
    pathBelow,
    sorted.map(({ path }) => path),
  );
  const title = entityTitle(entity, stringifyEntityRef(entity));
  useDocumentTitle(
    'page',
    selected === sorted[0] ? undefined : selected?.title,
    title,
  );
  return (
    <>
      <Container className={styles.frame}>
        <EntityHeader entity={entity} menu={menu} />
        <EntityTabs
          label={t('entityPage.partsOf', { title })}
          selected={selected?.path}
          tabs={sorted.map(({ path, title: tabTitle }) => {
            const below = trimPath(path);
            return {
              path,
              title: tabTitle,
              href: below === '' ? baseHref : `${baseHref}/${below}`,
            };
          })}
        />
      </Container>
      <Container className={styles.content}>
        <LoadingPlaceContext.Provider value="tabs">
          {shown ??
            (moved === undefined ? (
              <MessagePage
                icon={<RiRoadMapLine size={22} />}
                title={t('entityPage.thereIsNoTab', { pathBelow })}
                actions={
                  <ButtonLink variant="primary" href={baseHref}>
                    {t('entityPage.openTheOverview')}
                  </ButtonLink>
                }
              >
                <p>{t('entityPage.theLinkIsMisspelledOr')}</p>
              </MessagePage>
            ) : (
              <Navigate to={`${baseHref}/${moved}`} replace />
            ))}
        </LoadingPlaceContext.Provider>
      </Container>
      <Inspection entity={entity} />
    </>
  );
}

/** What the catalog has stored, on the word of the menu. */
function Inspection({ entity }: { entity: Entity }) {
  const [params, setParams] = useSearchParams();
  const tab = params.get('inspect');
  const change = (changed?: string) => {
    const next = new URLSearchParams(params);
    next.delete('inspect');
    if (changed !== undefined) {
      next.set('inspect', changed);
    }
    setParams(next);
  };
  return tab === null ? null : (
    <InspectEntityDialog
      open
      entity={entity}
      initialTab={INSPECTIONS.find(known => known === tab)}
      onClose={() => change()}
      onSelect={change}
    />
  );
}

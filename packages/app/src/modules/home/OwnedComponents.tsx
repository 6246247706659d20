import type { Entity } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  QueryState,
  WidgetItem,
  WidgetLink,
  WidgetList,
  WidgetNote,
} from '@atrium/ui';
import { useOwnedComponents } from './useOwnedComponents';

export function OwnedComponents() {
  const query = useOwnedComponents();
  return (
    <QueryState
      query={query}
      isEmpty={page => page.items.length === 0}
      empty={
        <EmptyState
          title="Your teams own no component yet"
          description="Register a repository that exists, or start a new one."
          action={<WidgetLink href="/create">Open the golden paths</WidgetLink>}
        />
      }
    >
      {({ items, totalItems }) => (
        <>
          <WidgetList>
            {items.map(entity => (
              <OwnedComponent key={entity.metadata.name} entity={entity} />
            ))}
          </WidgetList>
          <WidgetLink href="/catalog?filters[user]=owned">
            {totalItems > items.length
              ? `${totalItems - items.length} more in the catalog`
              : 'Show in the catalog'}
          </WidgetLink>
        </>
      )}
    </QueryState>
  );
}

function OwnedComponent({ entity }: { entity: Entity }) {
  const { type, system, lifecycle } = entity.spec ?? {};
  return (
    <WidgetItem
      title={<EntityRefLink entityRef={entity} hideIcon />}
      aside={
        <WidgetNote>
          {[type, system].filter(Boolean).join(' in ')}
          {lifecycle !== 'production' &&
            lifecycle !== undefined &&
            `, ${lifecycle}`}
        </WidgetNote>
      }
    >
      {entity.metadata.description}
    </WidgetItem>
  );
}

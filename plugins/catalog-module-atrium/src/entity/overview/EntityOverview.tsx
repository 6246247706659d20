import { useEntity } from '@backstage/plugin-catalog-react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { GroupOverview } from './GroupOverview';
import { ServiceOverview } from './ServiceOverview';
import { SystemOverview } from './SystemOverview';
import { TemplateOverview } from './TemplateOverview';
import { UserOverview } from './UserOverview';

/** The first tab of an entity, as its kind needs it. */
export function EntityOverview({ cards }: EntityContentLayoutProps) {
  const { entity } = useEntity();
  switch (entity.kind.toLowerCase()) {
    case 'group':
      return <GroupOverview cards={cards} />;
    case 'user':
      return <UserOverview cards={cards} />;
    case 'system':
    case 'domain':
      return <SystemOverview cards={cards} />;
    case 'template':
      return <TemplateOverview cards={cards} />;
    default:
      return <ServiceOverview cards={cards} />;
  }
}

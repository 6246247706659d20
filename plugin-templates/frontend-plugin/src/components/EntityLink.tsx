import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** Props of {@link EntityLink}. */
export interface EntityLinkProps {
  entityRef: string;
}

/** The name of an entity, which leads to its page. */
export function EntityLink({ entityRef }: EntityLinkProps) {
  const { primaryTitle } = useEntityPresentation(entityRef);
  const entityLink = useEntityRefLink();
  return <Link href={entityLink(entityRef)}>{primaryTitle}</Link>;
}

import {
  EntityDisplayName,
  useStarredEntities,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { healthOf, StatusBadge } from '@atrium/ui';
import { t } from '../../../translation';
import { entityHref } from '../attention/attentionWords';
import { useEntityRows } from '../api/homeHooks';
import { SideList, SideRow, SideSection } from '../SideSection';

/** More of them are found in the catalog, which can show starred ones alone. */
const MAX_ROWS = 6;

/** What the person starred, with how it is; nothing while nothing is. */
export function Starred() {
  const { starredEntities } = useStarredEntities();
  const refs = [...starredEntities].slice(0, MAX_ROWS);
  const { data: rows } = useEntityRows(refs);
  if (refs.length === 0) {
    return null;
  }
  return (
    <SideSection title={t('starred.starred')} rows={refs.length}>
      <SideList>
        {refs.map(ref => {
          const row = rows?.get(ref);
          const { status, text } = row ? healthOf(row) : {};
          return (
            <SideRow
              key={ref}
              aside={
                status &&
                status !== 'unknown' && (
                  <StatusBadge status={status}>{text}</StatusBadge>
                )
              }
            >
              <Link href={entityHref(ref)} standalone>
                <EntityDisplayName entityRef={ref} hideIcon />
              </Link>
            </SideRow>
          );
        })}
      </SideList>
    </SideSection>
  );
}

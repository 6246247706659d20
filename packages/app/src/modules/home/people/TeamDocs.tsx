import { Link } from '@backstage/ui';
import { QueryState, textStyles } from '@atrium/ui';
import { SideList, SideRow, SideSection } from '../SideSection';
import { useTeamDocs } from './useTeamDocs';

/** What is written about what the person's teams own. */
export function TeamDocs() {
  return (
    <SideSection
      title="Docs of my teams"
      tools={<Link href="/docs">All docs</Link>}
      rows={3}
    >
      <QueryState
        query={useTeamDocs()}
        loading={<></>}
        isEmpty={docs => docs.length === 0}
        empty={
          <p className={textStyles.muted}>
            Your teams have written no docs yet. A docs folder beside
            catalog-info.yaml is all it takes.
          </p>
        }
      >
        {docs => (
          <SideList>
            {docs.map(({ title, href }) => (
              <SideRow key={href}>
                <Link href={href} standalone>
                  {title}
                </Link>
              </SideRow>
            ))}
          </SideList>
        )}
      </QueryState>
    </SideSection>
  );
}

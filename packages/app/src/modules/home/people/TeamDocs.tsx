import { Link } from '@backstage/ui';
import { QueryState, textStyles } from '@atrium/ui';
import { t } from '../../../translation';
import { SideList, SideRow, SideSection, SideSkeleton } from '../SideSection';
import { useTeamDocs } from './useTeamDocs';

/** As many as most teams have. */
const ROWS = 3;

/** What is written about what the person's teams own. */
export function TeamDocs() {
  return (
    <SideSection
      title={t('teamDocs.docsOfMyTeams')}
      tools={<Link href="/docs">{t('teamDocs.allDocs')}</Link>}
      rows={ROWS}
    >
      <QueryState
        query={useTeamDocs()}
        loading={<SideSkeleton rows={ROWS} />}
        isEmpty={docs => docs.length === 0}
        empty={
          <p className={textStyles.muted}>
            {t('teamDocs.yourTeamsHaveWrittenNo')}
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

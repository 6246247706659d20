import { Link } from '@backstage/ui';
import { QueryState, SafeLink, textStyles, useEntityTitles } from '@atrium/ui';
import { t } from '../../../translation';
import { entityHref } from '../attention/attentionWords';
import { SideSection, SideSkeleton } from '../SideSection';
import { type MyTeam, useMyTeams } from './useMyTeams';
import styles from './MyTeams.module.css';

/** The room of one team. */
const ROWS = 2;

/** More people than this are on the page of the team. */
const MAX_PEOPLE = 6;

/** The groups of the person: who is in them, and how to reach them. */
export function MyTeams() {
  return (
    <SideSection title={t('myTeams.myTeam')} rows={ROWS}>
      <QueryState
        query={useMyTeams()}
        loading={<SideSkeleton rows={ROWS} />}
        isEmpty={teams => teams.length === 0}
        empty={
          <p className={textStyles.muted}>{t('myTeams.youAreInNoTeam')}</p>
        }
      >
        {teams => teams.map(team => <Team key={team.entityRef} team={team} />)}
      </QueryState>
    </SideSection>
  );
}

function Team({ team }: { team: MyTeam }) {
  const { entityRef, title, memberRefs, links } = team;
  const shown = memberRefs.slice(0, MAX_PEOPLE);
  const names = useEntityTitles(shown);
  const more = memberRefs.length - shown.length;
  return (
    <div className={styles.team}>
      <Link href={entityHref(entityRef)}>{title}</Link>
      <p className={styles.people}>
        {shown.map(ref => (
          <Link key={ref} href={entityHref(ref)} color="secondary">
            {names.get(ref)}
          </Link>
        ))}
        {more > 0 && <span>{t('myTeams.andMore', { more })}</span>}
      </p>
      {links.length > 0 && (
        <p className={styles.people}>
          {links.map(link => (
            <SafeLink key={link.url} href={link.url}>
              {link.title}
            </SafeLink>
          ))}
        </p>
      )}
    </div>
  );
}

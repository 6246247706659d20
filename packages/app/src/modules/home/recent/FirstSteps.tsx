import { Link } from '@backstage/ui';
import { entityHref } from '../attention/attentionWords';
import { useMyTeams } from '../people/useMyTeams';
import { useTeamDocs } from '../people/useTeamDocs';
import { SideSection } from '../SideSection';
import styles from './FirstSteps.module.css';

/** Where somebody begins who is new here. */
export function FirstSteps() {
  const team = useMyTeams().data?.[0];
  const docs = useTeamDocs().data?.[0];
  return (
    <SideSection title="New here? Begin with these" rows={5}>
      <ol className={styles.steps}>
        <li>
          <Link href={team ? entityHref(team.entityRef) : '/catalog'}>
            {team ? `Meet ${team.title}` : 'Find your team'}
          </Link>
          <span>Who is on it, who is on call and how to reach them</span>
        </li>
        <li>
          <Link href={docs ? docs.href : '/docs'}>
            {docs ? `Read about ${docs.title}` : 'Read the docs'}
          </Link>
          <span>What it does, and how to run it on your machine</span>
        </li>
        <li>
          <Link href="/catalog?owner=mine">See what your team runs</Link>
          <span>Health, versions, SLOs and cost of each service</span>
        </li>
        <li>
          <Link href="/create">Create a service to try it out</Link>
          <span>Repository, pipeline and docs in a few minutes</span>
        </li>
      </ol>
    </SideSection>
  );
}

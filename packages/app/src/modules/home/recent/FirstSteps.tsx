import { Link } from '@backstage/ui';
import { t } from '../../../translation';
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
    <SideSection title={t('firstSteps.newHereBeginWithThese')}>
      <ol className={styles.steps}>
        <li>
          <Link href={team ? entityHref(team.entityRef) : '/catalog'}>
            {team
              ? t('firstSteps.meet', { title: team.title })
              : t('firstSteps.findYourTeam')}
          </Link>
          <span>{t('firstSteps.whoIsOnItWho')}</span>
        </li>
        <li>
          <Link href={docs ? docs.href : '/docs'}>
            {docs
              ? t('firstSteps.readAbout', { title: docs.title })
              : t('firstSteps.readTheDocs')}
          </Link>
          <span>{t('firstSteps.whatItDoesAndHow')}</span>
        </li>
        <li>
          <Link href="/catalog?owner=mine">
            {t('firstSteps.seeWhatYourTeamRuns')}
          </Link>
          <span>{t('firstSteps.healthVersionsSlosAndCost')}</span>
        </li>
        <li>
          <Link href="/create">{t('firstSteps.createAServiceToTry')}</Link>
          <span>{t('firstSteps.repositoryPipelineAndDocsIn')}</span>
        </li>
      </ol>
    </SideSection>
  );
}

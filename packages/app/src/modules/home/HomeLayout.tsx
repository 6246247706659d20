import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { useProfile } from '../auth/useProfile';
import { AttentionSection } from './attention/AttentionSection';
import { greeting } from './greeting';
import { HomeSearch } from './HomeSearch';
import { MyTeams } from './people/MyTeams';
import { TeamDocs } from './people/TeamDocs';
import { GoldenPaths } from './recent/GoldenPaths';
import { RecentlyVisited } from './recent/RecentlyVisited';
import { Starred } from './recent/Starred';
import { useRecentThings } from './recent/useRecentThings';
import { ServicesSection } from './services/ServicesSection';
import styles from './HomeLayout.module.css';

/**
 * What a person sees first: what needs them, then how their services are. Beside
 * it the ways to where they were and where they may want to go.
 */
export function HomeLayout({ widgets }: HomePageLayoutProps) {
  const firstName = useProfile().displayName?.split(' ')[0];
  // What is first beside it is taller for who is new: which of both it is, is known
  // in an instant, and all below would move then.
  const isWaiting = useRecentThings().isPending;
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>
          {greeting(new Date().getHours(), firstName)}
        </h1>
        <HomeSearch />
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <AttentionSection />
          <ServicesSection />
          {widgets.map(widget => (
            <div key={widget.name}>{widget.component}</div>
          ))}
        </div>
        <div className={styles.column} data-waiting={isWaiting || undefined}>
          <RecentlyVisited />
          <Starred />
          <TeamDocs />
          <MyTeams />
          <GoldenPaths />
        </div>
      </div>
    </main>
  );
}

import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { useProfile } from '../auth/useProfile';
import { HomeSearch } from './HomeSearch';
import { greeting } from './greeting';
import styles from './HomeLayout.module.css';

/** Widgets that answer "what is mine" come first and take the wide column. */
const wideWidgets = ['OwnedComponents', 'GoldenPaths'];

export function HomeLayout(props: HomePageLayoutProps) {
  const firstName = useProfile().displayName?.split(' ')[0];
  const wide = props.widgets.filter(widget =>
    wideWidgets.includes(widget.name ?? ''),
  );
  const narrow = props.widgets.filter(widget => !wide.includes(widget));

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
          {wide.map(widget => (
            <div key={widget.name}>{widget.component}</div>
          ))}
        </div>
        <div className={styles.column}>
          {narrow.map(widget => (
            <div key={widget.name}>{widget.component}</div>
          ))}
        </div>
      </div>
    </main>
  );
}

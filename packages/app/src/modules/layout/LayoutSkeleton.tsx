import { Skeleton } from '@backstage/ui';
import { LoadingPage } from '../states/LoadingPage';
import frame from './AppLayout.module.css';
import styles from './LayoutSkeleton.module.css';
import { LogoMark } from './Logo';
import logo from './Logo.module.css';

/** As many as there are pages of plugins. */
const LINES = 12;

/** The frame of the app until it is known who opens it, and what they may see. */
export function LayoutSkeleton() {
  return (
    <div className={`${frame.shell} ${styles.shell}`}>
      <div className={styles.bar}>
        <span className={logo.logo}>
          <LogoMark />
          <span>Atrium</span>
        </span>
        <div className={styles.lines}>
          {Array.from({ length: LINES }, (_, index) => (
            <Skeleton key={index} width="60%" height={12} />
          ))}
        </div>
      </div>
      <main className={frame.content}>
        <LoadingPage />
      </main>
    </div>
  );
}

import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import styles from './NavigationLink.module.css';

export interface NavigationLinkProps {
  to: string;
  icon: ReactNode;
  text: string;
  /** At the end of the line, such as a count. */
  aside?: ReactNode;
}

export function NavigationLink(props: NavigationLinkProps) {
  const { to, icon, text, aside } = props;
  return (
    <NavLink
      to={to}
      end={to === '/'}
      className={({ isActive }) =>
        isActive ? `${styles.link} ${styles.active}` : styles.link
      }
    >
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.text}>{text}</span>
      {aside}
    </NavLink>
  );
}

import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import styles from './NavigationLink.module.css';

export interface NavigationLinkProps {
  to: string;
  icon: ReactNode;
  text: string;
  /** Shown as a number at the end of the line when above zero. */
  count?: number;
}

export function NavigationLink(props: NavigationLinkProps) {
  const { to, icon, text, count = 0 } = props;
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
      {count > 0 && (
        <span className={styles.count} aria-label={`${count} unread`}>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </NavLink>
  );
}

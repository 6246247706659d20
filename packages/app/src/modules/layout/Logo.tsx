import { Link } from 'react-router-dom';
import { t } from '../../translation';
import styles from './Logo.module.css';

/** An atrium seen from above: the house around its open court. */
export function LogoMark(props: { size?: number }) {
  const { size = 22 } = props;
  return (
    <svg
      className={styles.mark}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M5 1h14a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4h-3.6v-5.2a3.4 3.4 0 0 0-6.8 0V23H5a4 4 0 0 1-4-4V5a4 4 0 0 1 4-4Zm3.4 4.6a1 1 0 0 0-1 1v3.2a1 1 0 0 0 1 1h7.2a1 1 0 0 0 1-1V6.6a1 1 0 0 0-1-1Z"
      />
    </svg>
  );
}

export function Logo() {
  return (
    <Link to="/" className={styles.logo} aria-label={t('logo.atriumHome')}>
      <LogoMark />
      <span>Atrium</span>
    </Link>
  );
}

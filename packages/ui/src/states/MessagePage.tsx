import {
  type ReactElement,
  type ReactNode,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './MessagePage.module.css';

/** Props of {@link MessagePage}. */
export interface MessagePageProps {
  icon: ReactElement;
  /** What happened. */
  title: string;
  /** What it means, and what is safe. */
  children: ReactNode;
  /** What to do next. */
  actions: ReactNode;
}

/** Stands in for a page, or a part of one, that cannot be shown. */
export function MessagePage(props: MessagePageProps) {
  const { icon, title, children, actions } = props;
  const here = useRef<HTMLElement>(null);
  const [isPart, setIsPart] = useState(false);
  useLayoutEffect(() => {
    // Where it stands in for a part, the heading of the page is above it.
    setIsPart(
      [...document.querySelectorAll('h1')].some(
        heading => !here.current?.contains(heading),
      ),
    );
  }, []);
  const Title = isPart ? 'h2' : 'h1';
  return (
    <section ref={here} className={styles.page} aria-label={title}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <Title className={styles.title}>{title}</Title>
      <div className={styles.text}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </section>
  );
}

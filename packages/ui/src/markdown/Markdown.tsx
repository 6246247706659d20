import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { Link } from '@backstage/ui';
import { SafeLink } from '../layout/SafeLink';
import styles from './Markdown.module.css';

/** Props of {@link Markdown}. */
export interface MarkdownProps {
  text: string;
}

/**
 * Text that somebody wrote, such as in a scorecard or a template.
 *
 * @remarks HTML in it is shown as text, and images are left out: they would tell
 * another server who reads the page.
 */
export function Markdown({ text }: MarkdownProps) {
  return (
    <div className={styles.markdown}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        disallowedElements={['img']}
        components={{
          a: ({ href, children }) =>
            href?.startsWith('/') && !href.startsWith('//') ? (
              <Link href={href}>{children}</Link>
            ) : (
              <SafeLink href={href}>{children}</SafeLink>
            ),
          // The headings of the page are not those of the text.
          h1: ({ children }) => <p className={styles.heading}>{children}</p>,
          h2: ({ children }) => <p className={styles.heading}>{children}</p>,
          h3: ({ children }) => <p className={styles.heading}>{children}</p>,
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

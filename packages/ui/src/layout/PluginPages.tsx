import { type ReactElement, type ReactNode, Suspense } from 'react';
import { PageBody } from './PageBody';
import { PageHeader } from './PageHeader';
import { LoadingState } from '../states/LoadingState';

/** A tab in the header of the pages of a plugin. */
export interface PluginTab {
  label: string;
  /** Left out where there is none. */
  href: string | undefined;
  /** Of one whose address the others begin with, too. */
  isExact?: boolean;
}

/** Props of {@link PluginPages}. */
export interface PluginPagesProps {
  title: string;
  icon: ReactElement;
  /** Where the title leads. */
  href: string;
  tabs: PluginTab[];
  /** The routes. */
  children: ReactNode;
}

/**
 * All pages of a plugin below one header, where they have addresses that sub-pages
 * of the framework cannot have, such as those of one thing each.
 */
export function PluginPages(props: PluginPagesProps) {
  const { title, icon, href: titleLink, tabs, children } = props;
  return (
    <>
      <PageHeader
        title={title}
        icon={icon}
        titleLink={titleLink}
        tabs={tabs.flatMap(({ label, href, isExact }) =>
          href
            ? [
                {
                  id: label,
                  label,
                  href,
                  matchStrategy: isExact ? 'exact' : 'prefix',
                },
              ]
            : [],
        )}
      />
      <PageBody>
        <Suspense fallback={<LoadingState height={400} />}>{children}</Suspense>
      </PageBody>
    </>
  );
}

import {
  BreadcrumbEntry,
  type PageLayoutProps,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PageHeader } from '@atrium/ui';

/**
 * The header of every page: its title, what can be done with the page, and its
 * tabs. The way up is shown on the pages below a page only; what a tab is
 * called stands on the tab.
 */
export function PageFrame(props: PageLayoutProps) {
  const { title, icon, noHeader, titleLink, headerActions, tabs, children } =
    props;
  const { items } = useBreadcrumbEntries();
  if (noHeader) {
    return <>{children}</>;
  }
  const ownDepth = tabs && tabs.length > 0 ? 2 : 1;
  return (
    <BreadcrumbEntry
      entry={title && titleLink ? { label: title, href: titleLink } : undefined}
    >
      <PageHeader
        title={title}
        icon={icon}
        titleLink={titleLink}
        breadcrumbs={items.length > ownDepth ? items : undefined}
        tabs={tabs?.map(tab => ({ ...tab, matchStrategy: 'prefix' as const }))}
        customActions={headerActions}
      />
      {children}
    </BreadcrumbEntry>
  );
}

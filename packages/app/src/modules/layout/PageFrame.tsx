import { useContext } from 'react';
import {
  BreadcrumbEntry,
  type PageLayoutProps,
  useAppLocation,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { LoadingPlaceContext, PageHeader, useDocumentTitle } from '@atrium/ui';
import { NotFoundPage } from '../states/NotFoundPage';

/**
 * The header of every page: its title, what can be done with the page, and its
 * tabs. The way up is shown on the pages below a page only; what a tab is
 * called stands on the tab.
 */
export function PageFrame(props: PageLayoutProps) {
  const { title, icon, noHeader, titleLink, headerActions, tabs, children } =
    props;
  const { items } = useBreadcrumbEntries();
  const { pathname } = useAppLocation();
  const place = useContext(LoadingPlaceContext);
  const open = tabs?.slice(1).find(({ href }) => isBelow(pathname, href));
  // What draws its own header names itself.
  useDocumentTitle('page', ...(noHeader ? [] : [open?.label, title]));
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
      <LoadingPlaceContext.Provider
        value={place === 'frame' ? 'header' : place}
      >
        {tabs && isNowhere(pathname, tabs) ? <NotFoundPage /> : children}
      </LoadingPlaceContext.Provider>
    </BreadcrumbEntry>
  );
}

/**
 * Whether an address is below a page, and of none of its tabs. The address of the
 * page itself leads on to the first one.
 */
function isNowhere(
  pathname: string,
  tabs: NonNullable<PageLayoutProps['tabs']>,
): boolean {
  const [first] = tabs;
  if (!first) {
    return false;
  }
  const page = first.href.slice(0, first.href.lastIndexOf('/'));
  return (
    pathname.startsWith(`${page}/`) &&
    pathname.length > page.length + 1 &&
    !tabs.some(({ href }) => isBelow(pathname, href))
  );
}

function isBelow(pathname: string, href: string): boolean {
  return `${pathname}/`.startsWith(`${href}/`);
}

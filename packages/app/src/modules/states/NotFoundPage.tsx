import { MessagePage } from '@atrium/ui';
import { quickSearchApiRef } from '@atrium/plugin-search-module-atrium';
import {
  coreApis,
  useApi,
  useAppLocation,
} from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import {
  RiHome4Line,
  RiLockLine,
  RiRoadMapLine,
  RiSearchLine,
} from '@remixicon/react';
import { t } from '../../translation';
import {
  findRefusedPage,
  listPagesForOthers,
  type RefusedPage,
} from './findRefusedPage';

/** What stands at an address without a page, or without one for this person. */
export function NotFoundPage() {
  const quickSearch = useApi(quickSearchApiRef);
  const { pathname } = useAppLocation();
  const { tree } = useApi(coreApis.appTree).getTree();
  const refused = findRefusedPage(listPagesForOthers(tree), pathname);
  return (
    <MessagePage
      icon={refused ? <RiLockLine size={22} /> : <RiRoadMapLine size={22} />}
      title={
        refused
          ? t('notFoundPage.youMayNotOpenThis')
          : t('notFoundPage.thereIsNoPageAt')
      }
      actions={
        <>
          <Button
            variant="primary"
            iconStart={<RiSearchLine />}
            onPress={quickSearch.open}
          >
            {t('notFoundPage.search')}
          </Button>
          <ButtonLink variant="secondary" iconStart={<RiHome4Line />} href="/">
            {t('notFoundPage.goToTheHomePage')}
          </ButtonLink>
        </>
      }
    >
      <p>{refused ? describeRefusal(pathname, refused) : describe(pathname)}</p>
    </MessagePage>
  );
}

function describe(pathname: string) {
  return t('notFoundPage.leadsNowhereTheLinkMay', {
    code: <code>{pathname}</code>,
  });
}

function describeRefusal(pathname: string, { permission }: RefusedPage) {
  const page = <code>{pathname}</code>;
  return permission
    ? t('notFoundPage.isForThoseWithThe', {
        page,
        permission: <code>{permission}</code>,
      })
    : t('notFoundPage.isForSomeOnly', { page });
}

import { quickSearchApiRef } from '@atrium/plugin-search-module-atrium';
import { useApi, useAppLocation } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { RiHome4Line, RiRoadMapLine, RiSearchLine } from '@remixicon/react';
import { t } from '../../translation';
import { MessagePage } from './MessagePage';

/** What stands at an address without a page. */
export function NotFoundPage() {
  const quickSearch = useApi(quickSearchApiRef);
  const { pathname } = useAppLocation();
  return (
    <MessagePage
      icon={<RiRoadMapLine size={22} />}
      title={t('notFoundPage.thereIsNoPageAt')}
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
      <p>
        {t('notFoundPage.leadsNowhereTheLinkMay', {
          code: <code>{pathname}</code>,
        })}
      </p>
    </MessagePage>
  );
}

import { quickSearchApiRef } from '@atrium/plugin-search-module-atrium';
import { useApi, useAppLocation } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { RiHome4Line, RiRoadMapLine, RiSearchLine } from '@remixicon/react';
import { MessagePage } from './MessagePage';

/** What stands at an address without a page. */
export function NotFoundPage() {
  const quickSearch = useApi(quickSearchApiRef);
  const { pathname } = useAppLocation();
  return (
    <MessagePage
      icon={<RiRoadMapLine size={22} />}
      title="There is no page at this address"
      actions={
        <>
          <Button
            variant="primary"
            iconStart={<RiSearchLine />}
            onPress={quickSearch.open}
          >
            Search
          </Button>
          <ButtonLink variant="secondary" iconStart={<RiHome4Line />} href="/">
            Go to the home page
          </ButtonLink>
        </>
      }
    >
      <p>
        <code>{pathname}</code> leads nowhere. The link may be mistyped, or what
        it led to was renamed or removed.
      </p>
    </MessagePage>
  );
}

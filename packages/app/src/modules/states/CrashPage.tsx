import { useState } from 'react';
import { MessagePage } from '@atrium/ui';
import type { ErrorDisplayProps } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import {
  RiErrorWarningLine,
  RiHome4Line,
  RiLockLine,
  RiRefreshLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { t } from '../../translation';
import { CopyDetailsButton } from './CopyDetailsButton';
import { crashDetails } from './crashDetails';
import { type CrashCause, toCrash } from './toCrash';

const ICONS: Record<CrashCause, JSX.Element> = {
  failed: <RiErrorWarningLine size={22} />,
  forbidden: <RiLockLine size={22} />,
  outdated: <RiRefreshLine size={22} />,
  'signed-out': <RiLockLine size={22} />,
  unreachable: <RiWifiOffLine size={22} />,
};

/** Stands where a page or a part of one threw an error. */
export function CrashPage(props: ErrorDisplayProps) {
  const { plugin, error, resetError } = props;
  const { cause, title, text } = toCrash(error);
  const [at] = useState(() => new Date());
  const isReloaded = cause === 'outdated' || cause === 'signed-out';
  return (
    <div role="alert">
      <MessagePage
        icon={ICONS[cause]}
        title={title}
        actions={
          <>
            {cause !== 'forbidden' && (
              <Button
                variant="primary"
                iconStart={<RiRefreshLine />}
                onPress={
                  isReloaded ? () => window.location.reload() : resetError
                }
              >
                {isReloaded ? t('crashPage.reload') : t('crashPage.tryAgain')}
              </Button>
            )}
            <ButtonLink
              variant="secondary"
              iconStart={<RiHome4Line />}
              href="/"
            >
              {t('crashPage.goToTheHomePage')}
            </ButtonLink>
            {cause === 'failed' && (
              <CopyDetailsButton
                details={crashDetails(error, {
                  pluginId: plugin?.pluginId,
                  address: window.location.href,
                  at,
                })}
              />
            )}
          </>
        }
      >
        <p>{text}</p>
        {cause === 'failed' && (
          <p>
            <code>{error.message}</code>
          </p>
        )}
      </MessagePage>
    </div>
  );
}

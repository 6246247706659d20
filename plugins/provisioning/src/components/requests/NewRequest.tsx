import { z } from 'zod';
import { entityRefSchema } from '@atrium/common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { BackLink, textStyles, useAddressState } from '@atrium/ui';
import { resourcesRouteRef } from '../../routes';
import { t } from '../../translation';
import { RequestForm } from '../form/RequestForm';

const defaultsSchema = z.object({
  for: entityRefSchema.optional(),
  type: z.string().optional(),
  environment: z.string().optional(),
});

/** The form on a page of its own; its address may say what it begins with. */
export function NewRequest() {
  const [defaults] = useAddressState(defaultsSchema);
  const listLink = useRouteRef(resourcesRouteRef);
  const { type, environment, for: forRef } = defaults;
  return (
    <>
      {listLink && (
        <BackLink href={listLink()}>{t('newRequest.allResources')}</BackLink>
      )}
      <h2 className={textStyles.title}>{t('newRequest.requestAResource')}</h2>
      <RequestForm defaults={{ type, environment, forRef }} />
    </>
  );
}

import { usePermission } from '@backstage/plugin-permission-react';
import { MAX_PAGE_SIZE } from '@atrium/common';
import {
  type AgreementQuery,
  type AgreementTerms,
  agreementUpdatePermission,
  reportClosePermission,
} from '@atrium/plugin-sla-common';
import { useSlaMutation, useSlaQuery } from './slaHooks';

/** Agreements with how they go, by name. */
export const useAgreements = (query: AgreementQuery) =>
  useSlaQuery(['agreements', query], api =>
    api.listAgreements({ ...query, limit: MAX_PAGE_SIZE }),
  );

/** One agreement. */
export const useAgreement = (id: string) =>
  useSlaQuery(['agreement', id], api => api.getAgreement(id), {
    placeholderData: undefined,
  });

/** Agrees on terms, or on others. */
export const useSaveAgreement = (id?: string) =>
  useSlaMutation((api, terms: AgreementTerms) =>
    id === undefined
      ? api.createAgreement(terms)
      : api.updateAgreement(id, terms),
  );

/** Takes back an agreement as if it had never been made. */
export const useDeleteAgreement = (id: string) =>
  useSlaMutation(api => api.deleteAgreement(id));

/** What the signed-in person may do with agreements of an entity. */
export function useAgreementRights(resourceRef: string) {
  const update = usePermission({
    permission: agreementUpdatePermission,
    resourceRef,
  });
  const close = usePermission({
    permission: reportClosePermission,
    resourceRef,
  });
  return { canUpdate: update.allowed, canClose: close.allowed };
}

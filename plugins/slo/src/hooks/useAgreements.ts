import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { MAX_PAGE_SIZE } from '@atrium/common';
import {
  type AgreementQuery,
  type AgreementTerms,
  agreementUpdatePermission,
  reportClosePermission,
} from '@atrium/plugin-sla-common';
import { sloApiRef } from '../api/SloApi';
import { useSloQuery } from './useSloQuery';
import { useSloRefresh } from './useSloRefresh';

/** Agreements with how they go, by name. */
export const useAgreements = (query: AgreementQuery) =>
  useSloQuery(['agreements', query], api =>
    api.listAgreements({ ...query, limit: MAX_PAGE_SIZE }),
  );

/** One agreement. */
export const useAgreement = (id: string) =>
  useSloQuery(['agreement', id], api => api.getAgreement(id));

/** Agrees on terms, or on others. */
export function useSaveAgreement(id?: string) {
  const api = useApi(sloApiRef);
  const onSuccess = useSloRefresh();
  return useMutation({
    mutationFn: (terms: AgreementTerms) =>
      id === undefined
        ? api.createAgreement(terms)
        : api.updateAgreement(id, terms),
    onSuccess,
  });
}

/** Takes back an agreement as if it had never been made. */
export function useDeleteAgreement(id: string) {
  const api = useApi(sloApiRef);
  const onSuccess = useSloRefresh();
  return useMutation({
    mutationFn: () => api.deleteAgreement(id),
    onSuccess,
  });
}

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

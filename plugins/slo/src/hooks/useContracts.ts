import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { MAX_PAGE_SIZE } from '@atrium/common';
import {
  type ContractQuery,
  type SlaContractInput,
  sloContractUpdatePermission,
  sloReportClosePermission,
} from '@atrium/plugin-slo-common';
import { sloApiRef } from '../api/SloApi';
import { useSloQuery } from './useSloQuery';
import { useSloRefresh } from './useSloRefresh';

/** Agreements with how they go, by name. */
export const useContracts = (query: ContractQuery) =>
  useSloQuery(['contracts', query], api =>
    api.listContracts({ ...query, limit: MAX_PAGE_SIZE }),
  );

/** One agreement. */
export const useContract = (id: string) =>
  useSloQuery(['contract', id], api => api.getContract(id));

/** Agrees on terms, or on others. */
export function useSaveContract(id?: string) {
  const api = useApi(sloApiRef);
  const onSuccess = useSloRefresh();
  return useMutation({
    mutationFn: (terms: SlaContractInput) =>
      id === undefined
        ? api.createContract(terms)
        : api.updateContract(id, terms),
    onSuccess,
  });
}

/** Takes back an agreement as if it had never been made. */
export function useDeleteContract(id: string) {
  const api = useApi(sloApiRef);
  const onSuccess = useSloRefresh();
  return useMutation({
    mutationFn: () => api.deleteContract(id),
    onSuccess,
  });
}

/** What the signed-in person may do with agreements of an entity. */
export function useContractRights(resourceRef: string) {
  const update = usePermission({
    permission: sloContractUpdatePermission,
    resourceRef,
  });
  const close = usePermission({
    permission: sloReportClosePermission,
    resourceRef,
  });
  return { canUpdate: update.allowed, canClose: close.allowed };
}

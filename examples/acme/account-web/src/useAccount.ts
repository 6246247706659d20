import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOutletContext } from 'react-router';
import { UserApi, type Consent, type ConsentPurpose } from './UserApi';

function useUserApi() {
  const { userId } = useOutletContext<{ userId: string }>();
  return useMemo(() => new UserApi(userId), [userId]);
}

export function useAddresses() {
  const api = useUserApi();
  const queryClient = useQueryClient();
  const addresses = useQuery({
    queryKey: ['addresses'],
    queryFn: () => api.listAddresses(),
  });
  const remove = useMutation({
    mutationFn: (addressId: string) => api.removeAddress(addressId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['addresses'] }),
  });
  return { addresses, remove };
}

export function useConsents() {
  const api = useUserApi();
  const queryClient = useQueryClient();
  const consents = useQuery({
    queryKey: ['consents'],
    queryFn: () => api.listConsents(),
  });
  const decide = useMutation({
    mutationFn: (decision: { purpose: ConsentPurpose; isGranted: boolean }) =>
      api.decideConsent(decision.purpose, decision.isGranted),
    // Not optimistic: the page must never show a consent that was not stored.
    onSuccess: decided =>
      queryClient.setQueryData<Consent[]>(['consents'], known =>
        known?.map(consent =>
          consent.purpose === decided.purpose ? decided : consent,
        ),
      ),
  });
  return { consents, decide };
}

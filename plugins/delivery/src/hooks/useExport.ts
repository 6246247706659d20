import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ServicePeriodQuery } from '@atrium/plugin-delivery-common';
import { saveFile } from '@atrium/ui';
import { deliveryApiRef, type ExportedList } from '../api/DeliveryApi';

/** Saves a list of the services of an owner as a file. */
export function useExport(query: ServicePeriodQuery) {
  const api = useApi(deliveryApiRef);
  return useMutation({
    mutationFn: async (list: ExportedList) => {
      saveFile(`${list}.csv`, await api.exportCsv(list, query));
    },
  });
}

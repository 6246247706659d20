import type { ServicePeriodQuery } from '@atrium/plugin-delivery-common';
import { saveFile } from '@atrium/ui';
import type { ExportedList } from '../api/DeliveryApi';
import { useDeliveryMutation } from './deliveryHooks';

/** Saves a list of the services of an owner as a file. */
export const useExport = (query: ServicePeriodQuery) =>
  useDeliveryMutation(
    async (api, list: ExportedList) =>
      saveFile(`${list}.csv`, await api.exportCsv(list, query)),
    { invalidates: false },
  );

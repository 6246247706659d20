import { useDeliveryMutation } from './deliveryHooks';

/** Starts a run again. */
export const useRerun = (runId: string) =>
  useDeliveryMutation(api => api.rerun(runId));

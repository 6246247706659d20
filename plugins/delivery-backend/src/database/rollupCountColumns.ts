import { doraCounts } from '../model/doraCounts';

/** The columns of `dora_rollups` that count what is said about the samples. */
export const rollupCountColumns = doraCounts.map(name => ({
  name,
  column: name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
}));

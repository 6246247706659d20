import { availableMegabytes } from '../world/availableMegabytes.ts';

const PLENTY_MEGABYTES = 12_288;

/** Whether tests may take memory to save time, beside the browsers that some start. */
export function hasPlentyOfMemory(): boolean {
  return availableMegabytes() >= PLENTY_MEGABYTES;
}

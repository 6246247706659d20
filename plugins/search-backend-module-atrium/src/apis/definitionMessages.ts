import type { ApiElement } from './ApiElement';
import type { ApiType } from './readElements';

/** What the thread is asked. */
export interface DefinitionRequest {
  id: number;
  type: ApiType;
  definition: string;
}

/** What it answers: the elements, or what is wrong with the definition. */
export type DefinitionAnswer =
  | { id: number; elements: ApiElement[] }
  | { id: number; message: string };

/** What JSON can hold, and so what is read from YAML. */
export type PlainData =
  | null
  | boolean
  | number
  | string
  | PlainData[]
  | PlainMap;

/** A map of JSON or YAML; its keys are whatever its author chose. */
export interface PlainMap {
  [key: string]: PlainData;
}

/** Whether a value is a map, as opposed to a list, a scalar or nothing. */
export function isPlainMap(value: PlainData | undefined): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

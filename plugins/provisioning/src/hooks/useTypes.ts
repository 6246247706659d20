import { useMemo } from 'react';
import type { TypeSummary } from '@atrium/plugin-provisioning-common';
import { useDefinitions } from './useDefinitions';

/** The types of resources by name; none until they are known. */
export function useTypes(): ReadonlyMap<string, TypeSummary> {
  const types = useDefinitions().data?.types;
  return useMemo(() => new Map(types?.map(type => [type.name, type])), [types]);
}

import { z } from 'zod';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { ServiceSelection } from '@atrium/plugin-delivery-common';
import { useAddressState } from '@atrium/ui';

const PARAMETERS = {
  ownerRef: 'owner',
  systemRef: 'system',
  lifecycle: 'lifecycle',
} as const;

const addressSchema = z.object({
  owner: z.string().optional(),
  system: z.string().optional(),
  lifecycle: z.string().optional(),
});

/** What stands in the address where all owners are meant. */
const ALL = 'all';

/**
 * The services that the address of the page selects, and how to select others.
 *
 * @param defaultOwner - the owner as long as nobody has chosen
 */
export function useSelection(defaultOwner: string | undefined) {
  const [{ owner, system, lifecycle }, change] = useAddressState(addressSchema);
  const selection: ServiceSelection = {
    ownerRef: owner === ALL ? undefined : owner ?? defaultOwner,
    systemRef: system,
    lifecycle,
  };
  return {
    selection,
    hasOwner: owner !== undefined,
    select: (name: keyof typeof PARAMETERS, value: string | undefined) =>
      change({
        [PARAMETERS[name]]: name === 'ownerRef' ? value ?? ALL : value,
      }),
  };
}

/** The systems and lifecycles that components have. */
export function useSelectionChoices() {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['delivery-selection'],
    queryFn: async () => {
      const { facets } = await catalogApi.getEntityFacets({
        filter: { kind: 'component' },
        facets: ['relations.partOf', 'spec.lifecycle'],
      });
      const valuesOf = (facet: string) =>
        (facets[facet] ?? []).map(({ value }) => value).sort();
      return {
        systemRefs: valuesOf('relations.partOf').filter(ref =>
          ref.startsWith('system:'),
        ),
        lifecycles: valuesOf('spec.lifecycle'),
      };
    },
  });
}

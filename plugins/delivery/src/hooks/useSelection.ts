import { useSearchParams } from 'react-router-dom';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { ServiceSelection } from '@atrium/plugin-delivery-common';

const PARAMETERS = {
  ownerRef: 'owner',
  systemRef: 'system',
  lifecycle: 'lifecycle',
};

/** What stands in the address where everything is meant. */
const ALL = 'all';

/**
 * The services that the address of the page selects, and how to select others.
 *
 * @param defaultOwner - the owner as long as nobody has chosen
 */
export function useSelection(defaultOwner: string | undefined) {
  const [params, setParams] = useSearchParams();
  const read = (name: keyof typeof PARAMETERS) => {
    const value = params.get(PARAMETERS[name]);
    return value && value !== ALL ? value : undefined;
  };
  const selection: ServiceSelection = {
    ownerRef: params.has(PARAMETERS.ownerRef) ? read('ownerRef') : defaultOwner,
    systemRef: read('systemRef'),
    lifecycle: read('lifecycle'),
  };
  return {
    selection,
    hasOwner: params.has(PARAMETERS.ownerRef),
    select: (name: keyof typeof PARAMETERS, value: string | undefined) =>
      setParams(
        before => {
          const next = new URLSearchParams(before);
          next.set(PARAMETERS[name], value ?? ALL);
          return next;
        },
        { replace: true },
      ),
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

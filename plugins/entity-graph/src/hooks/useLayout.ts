import { useQuery } from '@tanstack/react-query';
import type { Drawing } from '../graph/Drawing';
import { placeNodes } from '../graph/placeNodes';

/** Where the nodes of a drawing stand; worked out anew only when it changes. */
export const useLayout = (drawing: Drawing) =>
  useQuery({
    queryKey: [
      'entity-graph-layout',
      drawing.nodes.map(({ id }) => id),
      drawing.edges.map(({ source, target }) => `${source} ${target}`),
    ],
    queryFn: () => placeNodes(drawing),
    staleTime: Infinity,
  });

import { useQuery } from '@tanstack/react-query';
import type { Drawing } from '../graph/Drawing';
import { layoutDrawing } from '../graph/layoutDrawing';

/** Where the nodes and lines of a drawing are; worked out anew only when it changes. */
export const useLayout = (drawing: Drawing) =>
  useQuery({
    queryKey: [
      'entity-graph-layout',
      drawing.nodes.map(({ id }) => id),
      drawing.edges.map(({ source, target }) => `${source} ${target}`),
    ],
    queryFn: () => layoutDrawing(drawing),
    staleTime: Infinity,
  });

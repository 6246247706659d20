/** The entities that are nodes of the graph, or stand for some. */
export const hasDependencies = {
  kind: {
    $in: ['component', 'api', 'resource', 'airesource', 'system', 'domain'],
  },
};

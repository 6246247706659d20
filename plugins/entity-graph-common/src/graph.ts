import { entityRefSchema, repeated } from '@atrium/common';
import { entityRowSchema } from '@atrium/plugin-entity-summary-common';
import { z } from 'zod';
import { observationSchema } from './observedEdges';
import { tierSchema } from './tier';

/** The kinds of entity that are nodes, in lower case. */
export const graphKindSchema = z.enum([
  'component',
  'api',
  'resource',
  'airesource',
  'system',
  'domain',
]);

/** A kind of entity that is a node. */
export type GraphKind = z.infer<typeof graphKindSchema>;

/**
 * Why the source of an edge depends on its target, as the catalog calls it. An API
 * depends on the component that provides it.
 */
export const graphRelationSchema = z.enum([
  'dependsOn',
  'consumesApi',
  'apiProvidedBy',
]);

/** Why the source of an edge depends on its target. */
export type GraphRelation = z.infer<typeof graphRelationSchema>;

/** The most nodes that one answer has. */
export const MAX_NODES = 2000;

/** The furthest that a graph is followed. */
export const MAX_HOPS = 6;

/** How an entity is, as the lists of entities say it. */
export const nodeFactsSchema = entityRowSchema.pick({
  health: true,
  healthReason: true,
  openIncidents: true,
  version: true,
  budgetRemaining: true,
  level: true,
  cost: true,
});

/** How an entity is. */
export type NodeFacts = z.infer<typeof nodeFactsSchema>;

/** An entity of the graph. */
export const graphNodeSchema = entityRowSchema
  .pick({
    entityRef: true,
    kind: true,
    name: true,
    title: true,
    type: true,
    lifecycle: true,
    ownerRef: true,
    ownerTitle: true,
    systemRef: true,
    systemTitle: true,
  })
  .extend({
    tier: tierSchema.optional(),
    hops: z.number().describe('From what was asked about; 0 for that itself.'),
    facts: nodeFactsSchema
      .optional()
      .describe('Absent where nothing is known, or it could not be asked.'),
  });

/** An entity of the graph. */
export type GraphNode = z.infer<typeof graphNodeSchema>;

/** That one entity depends on another one. */
export const graphEdgeSchema = z.object({
  source: z.string().describe('The ref of what depends.'),
  target: z.string().describe('The ref of what it depends on.'),
  origin: z
    .enum(['declared', 'observed', 'both'])
    .describe('Whether the catalog says so, or calls were seen, or both.'),
  relations: z.array(graphRelationSchema).describe('As the catalog says it.'),
  observations: z.array(observationSchema).describe('Newest first.'),
});

/** That one entity depends on another one. */
export type GraphEdge = z.infer<typeof graphEdgeSchema>;

/** The query of `GET /neighbourhood`. */
export const neighbourhoodQuerySchema = z.object({
  entityRef: entityRefSchema
    .optional()
    .describe(
      'Where to begin: a system, domain, group or user stands for what it has. Without it, what the filters leave.',
    ),
  hops: z.coerce.number<number>().int().min(1).max(4).default(2),
  direction: z
    .enum(['both', 'up', 'down'])
    .default('both')
    .describe('Up to what uses it, down to what it depends on.'),
  kind: repeated(graphKindSchema, 6).optional(),
  relation: repeated(graphRelationSchema, 3).optional(),
  origin: z
    .enum(['all', 'declared', 'observed'])
    .default('all')
    .describe('Which edges are followed.'),
  ownerRef: entityRefSchema.optional().describe('With every group below it.'),
  systemRef: entityRefSchema.optional(),
  limit: z.coerce.number<number>().int().min(1).max(MAX_NODES).default(300),
});

/** The query of `GET /neighbourhood`. */
export type NeighbourhoodQuery = z.input<typeof neighbourhoodQuerySchema>;

/** Whether `facts` of nodes could be asked. */
const factsStateSchema = z.enum(['ready', 'unavailable']);

/** The answer of `GET /neighbourhood`. */
export const neighbourhoodSchema = z.object({
  nodes: z.array(graphNodeSchema).describe('Nearest first.'),
  edges: z.array(graphEdgeSchema),
  leftOut: z
    .number()
    .describe('How many nodes were found and are not in it, for the limit.'),
  facts: factsStateSchema,
});

/** The answer of `GET /neighbourhood`. */
export type Neighbourhood = z.infer<typeof neighbourhoodSchema>;

/** The query of `GET /path`. */
export const pathQuerySchema = z.object({
  from: entityRefSchema,
  to: entityRefSchema,
});

/** The query of `GET /path`. */
export type PathQuery = z.input<typeof pathQuerySchema>;

/** The answer of `GET /path`. */
export const graphPathSchema = z.object({
  nodes: z
    .array(graphNodeSchema)
    .describe('From the first to the last; none where no way was found.'),
  edges: z.array(graphEdgeSchema).describe('One less, in the same order.'),
  isReversed: z
    .boolean()
    .describe('The way leads from the other one to the first.'),
  isComplete: z
    .boolean()
    .describe(
      'False where the search was given up, so that there may be a way.',
    ),
  facts: factsStateSchema,
});

/** The answer of `GET /path`. */
export type GraphPath = z.infer<typeof graphPathSchema>;

/** The answer of `GET /cycles`: entities that depend on themselves by others. */
export const cyclesSchema = z.object({
  items: z.array(
    z.object({
      nodes: z.array(graphNodeSchema).describe('In the order of one circle.'),
      size: z
        .number()
        .describe('How many depend on each other in all, in any order.'),
    }),
  ),
  totalItems: z.number(),
});

/** The answer of `GET /cycles`. */
export type Cycles = z.infer<typeof cyclesSchema>;

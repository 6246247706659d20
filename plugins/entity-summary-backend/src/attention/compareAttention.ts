import {
  type AttentionItem,
  attentionItemSchema,
  attentionKindSchema,
} from '@atrium/plugin-entity-summary-common';

const SEVERITIES = attentionItemSchema.shape.severity.options;
/** As they are written down: the more urgent first. */
const KINDS = attentionKindSchema.options;

/** The more urgent first; of one kind what is due first, then the newest. */
export function compareAttention(
  one: AttentionItem,
  other: AttentionItem,
): number {
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    (one.due ?? '').localeCompare(other.due ?? '') ||
    (other.since ?? '').localeCompare(one.since ?? '') ||
    one.title.localeCompare(other.title)
  );
}

import type { GraphNode } from '@atrium/plugin-entity-graph-common';
import {
  CATEGORY_COLORS,
  formatRoundMoney,
  HEALTH_WORDS,
  levelColor,
  OTHER_COLOR,
} from '@atrium/ui';
import type { ColorBy } from '../hooks/useGraphAddress';
import { t } from '../translation';
import { ownerOf } from './graphWords';

/** The colour of a node, and the word for it. */
export interface NodeColor {
  color: string;
  text: string;
}

const UNKNOWN = 'var(--atrium-unknown)';

/** From which share of the costliest on, and how dark. */
const COST_STEPS: [share: number, strength: number][] = [
  [0.5, 100],
  [0.2, 70],
  [0.05, 45],
  [0, 25],
];

/** Makes the function that colours the nodes of a graph. */
export function createNodeColors(
  colorBy: ColorBy,
  nodes: readonly GraphNode[],
): (node: GraphNode) => NodeColor {
  switch (colorBy) {
    case 'health':
      return ({ facts }) => {
        const { status, text } = HEALTH_WORDS[facts?.health ?? 'unknown'];
        return { color: `var(--atrium-${status})`, text };
      };
    case 'level':
      return ({ facts }) =>
        facts?.level
          ? {
              color: levelColor(facts.level.color),
              text: facts.level.level ?? t('nodeColors.noLevelYet'),
            }
          : { color: UNKNOWN, text: t('nodeColors.notRated') };
    case 'cost':
      return byCost(nodes);
    case 'owner':
      return byOwner(nodes);
    default:
      throw new TypeError(`No colours by '${colorBy satisfies never}'`);
  }
}

function byCost(nodes: readonly GraphNode[]) {
  const amountOf = ({ facts }: GraphNode) => Number(facts?.cost?.amount ?? 0);
  const most = Math.max(0, ...nodes.map(amountOf));
  return (node: GraphNode): NodeColor => {
    const cost = node.facts?.cost;
    if (!cost) {
      return { color: UNKNOWN, text: t('nodeColors.noCost') };
    }
    const share = most > 0 ? amountOf(node) / most : 0;
    const [, strength] =
      COST_STEPS.find(([from]) => share >= from) ?? COST_STEPS[3];
    return {
      color: `color-mix(in oklab, var(--atrium-brand) ${strength}%, var(--atrium-border-strong))`,
      text: formatRoundMoney(cost),
    };
  };
}

function byOwner(nodes: readonly GraphNode[]) {
  const counts = new Map<string, number>();
  for (const { ownerRef = '' } of nodes) {
    counts.set(ownerRef, (counts.get(ownerRef) ?? 0) + 1);
  }
  const owners = [...counts]
    .filter(([ref]) => ref !== '')
    .sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b))
    .map(([ref]) => ref);
  return (node: GraphNode): NodeColor => ({
    color: CATEGORY_COLORS[owners.indexOf(node.ownerRef ?? '')] ?? OTHER_COLOR,
    text: ownerOf(node),
  });
}

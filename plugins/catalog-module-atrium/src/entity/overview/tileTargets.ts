import type {
  EntityRow,
  EntitySummary,
} from '@atrium/plugin-entity-summary-common';
import { guideHref } from '@atrium/ui';
import { t } from '../../translation';

/** Where a tile of the strip leads. */
export interface TileTarget {
  href?: string;
  /** How it comes to be measured; without it, what is absent is not shown. */
  add?: { words: string; href: string };
}

type TileTargets = Partial<Record<keyof EntitySummary['parts'], TileTarget>>;

/** Kinds of components that run nowhere. */
const NOT_RUNNING = ['library', 'documentation'];

/** Where the tiles of an entity lead, for all that its kind can have. */
export function tileTargets(
  { kind, type, entityRef }: Pick<EntityRow, 'kind' | 'type' | 'entityRef'>,
  baseHref: string,
): TileTargets {
  const scorecards = { href: `${baseHref}/scorecards` };
  const cost = { href: `${baseHref}/cost` };
  const findings = { href: `${baseHref}/scorecards?view=findings` };
  const ref = encodeURIComponent(entityRef);
  switch (kind) {
    case 'component':
      return {
        delivery: {
          href: `${baseHref}/delivery`,
          add: {
            words: t('tileTargets.sendPipelineEvents'),
            href: guideHref('delivery-events'),
          },
        },
        ...(!NOT_RUNNING.includes(type ?? '') && {
          slo: {
            href: `${baseHref}/slos`,
            add: {
              words: t('tileTargets.addAnSlo'),
              href: `${baseHref}/slos?new=`,
            },
          },
          runtime: {
            href: `${baseHref}/runtime`,
            add: {
              words: t('tileTargets.nameItsWorkloads'),
              href: guideHref('catalog-info'),
            },
          },
        }),
        level: {
          ...scorecards,
          add: {
            words: t('tileTargets.seeTheScorecards'),
            href: scorecards.href,
          },
        },
        cost: {
          ...cost,
          add: {
            words: t('tileTargets.sayWhichChargesAreIts'),
            href: cost.href,
          },
        },
        findings: {
          ...findings,
          add: {
            words: t('tileTargets.sendScanResults'),
            href: guideHref('security-findings'),
          },
        },
      };
    case 'group':
      return {
        delivery: { href: `${baseHref}/delivery-metrics` },
        slo: { href: `/slos?owner=${ref}` },
        runtime: { href: '/workloads?view=owners' },
        level: scorecards,
        cost,
        findings: { href: `/scorecards/findings?owner=${ref}` },
      };
    case 'system':
      return {
        delivery: { href: `${baseHref}/delivery-metrics` },
        slo: { href: `/slos?system=${ref}` },
        runtime: {},
        level: scorecards,
        cost,
        findings: { href: `/scorecards/findings?system=${ref}` },
      };
    case 'domain':
      return {
        delivery: { href: `${baseHref}/delivery-metrics` },
        slo: {},
        runtime: {},
        level: {},
        cost,
        findings: {},
      };
    case 'user':
      return { delivery: {}, slo: {}, runtime: {}, findings: {}, cost: {} };
    case 'template':
      return { level: {} };
    default:
      return {
        slo: { href: `${baseHref}/slos` },
        provisioning: {},
        level: scorecards,
        cost,
        findings,
      };
  }
}

import type { Status } from '@atrium/ui';

/** One thing that is known of an entity, as the strip of its page shows it. */
export interface HealthTile {
  id:
    | 'delivery'
    | 'slo'
    | 'runtime'
    | 'provisioning'
    | 'level'
    | 'cost'
    | 'findings';
  title: string;
  status: Status;
  /** How it stands, in a word or two. */
  word: string;
  /** The figure that says most. */
  figure?: string;
  /** What it is made of, or how it changed. */
  detail?: string;
  /** The page with all of it, or with how to have it measured. */
  href?: string;
}

import type { Components } from '../services/Components';
import type { Findings } from '../services/Findings';

/** What agents may ask. */
export interface ActionOptions {
  components: Pick<Components, 'list'>;
  findings: Pick<Findings, 'list'>;
}

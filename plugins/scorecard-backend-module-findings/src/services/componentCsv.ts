import type { CsvColumns } from '@atrium/backend-common';
import type { ComponentUser } from '@atrium/plugin-scorecard-common';

/** The columns of `GET /components.csv`. */
export const componentCsv: CsvColumns<ComponentUser> = {
  Entity: user => user.entityRef,
  Owners: user => user.ownerRefs.join(' '),
  Package: user => user.purl ?? user.name,
  Version: user => user.version,
  Dependency: user => user.dependency,
  Since: user => user.since,
  Tool: user => user.tool,
  Category: user => user.category,
};

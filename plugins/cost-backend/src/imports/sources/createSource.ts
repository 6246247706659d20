import type { SourceConfig } from '../../config/readImportConfig';
import type { OpenCostDayStore } from '../database/OpenCostDayStore';
import type { ChargeSource } from './ChargeSource';
import { FolderSource } from './FolderSource';
import { OpenCostSource } from './OpenCostSource';
import { S3Source } from './S3Source';

interface CreateSourceOptions {
  config: SourceConfig;
  name: string;
  openCostDays: OpenCostDayStore;
}

/** What asks a source; nothing where bills are only uploaded. */
export function createSource({
  config,
  name,
  openCostDays: days,
}: CreateSourceOptions): ChargeSource | undefined {
  switch (config.kind) {
    case 'folder':
      return new FolderSource(config);
    case 's3':
      return new S3Source(config);
    case 'opencost':
      return new OpenCostSource({ config, days, name });
    case 'upload':
      return undefined;
    default:
      throw new Error(`Unknown kind of source '${config satisfies never}'`);
  }
}

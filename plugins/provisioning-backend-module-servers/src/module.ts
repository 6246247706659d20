import { provisioningDriversExtensionPoint } from '@atrium/plugin-provisioning-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readServersConfig } from './config/readServersConfig';
import { MySqlDriver } from './mysql/MySqlDriver';
import { NatsDriver } from './nats/NatsDriver';
import { NatsJwtDriver } from './nats/NatsJwtDriver';
import { PostgresDriver } from './postgres/PostgresDriver';
import { PostgresQueueDriver } from './postgresQueue/PostgresQueueDriver';
import { RabbitDriver } from './rabbitmq/RabbitDriver';
import { RedisDriver } from './redis/RedisDriver';

/** Makes databases, caches, queues and topics on servers that config names. */
export const provisioningModuleServers = createBackendModule({
  pluginId: 'provisioning',
  moduleId: 'servers',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        drivers: provisioningDriversExtensionPoint,
      },
      async init({ config, lifecycle, drivers }) {
        const servers = await readServersConfig(config);
        const postgres = new PostgresDriver(servers.postgres);
        drivers.addDriver(postgres);
        drivers.addDriver(new PostgresQueueDriver(servers['postgres-queue']));
        drivers.addDriver(new MySqlDriver(servers.mysql));
        drivers.addDriver(new RedisDriver(servers.redis));
        drivers.addDriver(new RabbitDriver(servers.rabbitmq));
        drivers.addDriver(new NatsDriver(servers.nats));
        drivers.addDriver(new NatsJwtDriver(servers['nats-jwt']));
        // Other plugins have made their databases by then.
        lifecycle.addStartupHook(() =>
          postgres.closeServers(AbortSignal.timeout(30_000)),
        );
      },
    });
  },
});

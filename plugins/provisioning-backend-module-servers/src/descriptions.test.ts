import { listUntranslated } from '@atrium/plugin-provisioning-node/testUtils';
import { describeMySql } from './mysql/describeMySql';
import { describeNats, describeNatsJwt } from './nats/describeNats';
import { describePostgres } from './postgres/postgresSchemas';
import { describePostgresQueue } from './postgresQueue/describePostgresQueue';
import { describeRabbit } from './rabbitmq/describeRabbit';
import { describeRedis } from './redis/describeRedis';
import { ServerList } from './shared/ServerList';

it.each([
  describeMySql,
  describeNats,
  describeNatsJwt,
  describePostgres,
  describePostgresQueue,
  describeRabbit,
  describeRedis,
])('%p is in the language of whoever reads it', describeDriver => {
  const { schema } = new ServerList([]);
  expect(listUntranslated(describeDriver(schema))).toEqual([]);
});

import { CouponStore } from './CouponStore.js';
import { createServer } from './createServer.js';

const store = new CouponStore(process.env.COUPONS_FILE ?? 'coupons.json');
await store.load();

const server = createServer({ store });
server.listen(8080, () => console.log('Listening on port 8080'));

process.once('SIGTERM', () => server.close());

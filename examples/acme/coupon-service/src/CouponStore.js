import { readFile, rename, writeFile } from 'node:fs/promises';

/** Keeps coupons in a JSON file; enough for the few hundred of a campaign. */
export class CouponStore {
  #path;
  #coupons = new Map();
  #writing = Promise.resolve();

  /** @param {string} path */
  constructor(path) {
    this.#path = path;
  }

  async load() {
    const coupons = JSON.parse(await readFile(this.#path, 'utf8'));
    this.#coupons = new Map(coupons.map(coupon => [coupon.code, coupon]));
  }

  /** @param {string} code */
  get(code) {
    return this.#coupons.get(code.trim().toUpperCase());
  }

  /** @param {import('./Coupon.js').Coupon} coupon */
  async redeem(coupon) {
    coupon.uses += 1;
    // One write after the other, or the older state might win.
    this.#writing = this.#writing.then(() => this.#save());
    await this.#writing;
  }

  async #save() {
    const draft = `${this.#path}.draft`;
    await writeFile(draft, JSON.stringify([...this.#coupons.values()]));
    await rename(draft, this.#path);
  }
}

// @ts-check

/**
 * Bound, it can be called and constructed, and has no property that a proxy would
 * have to have too.
 */
function callable() {}

/**
 * Stands for a package until somebody uses what it exports.
 *
 * @param {'names' | 'default' | 'function'} kind - what it exports: names, names
 *   with a default, or one function
 * @param {() => any} load
 * @returns {any}
 */
module.exports = function firstUse(kind, load) {
  /** @type {any} */
  let loaded;
  const get = () => {
    loaded ??= load();
    return loaded;
  };
  const target = kind === 'function' ? callable.bind(null) : {};
  return new Proxy(target, {
    apply: (_target, self, args) => Reflect.apply(get(), self, args),
    construct: (_target, args) => Reflect.construct(get(), args),
    get: (_target, key) => get()[key],
    // How a default import looks for the default.
    has: (_target, key) =>
      key === 'default' ? kind === 'default' : key in get(),
    getOwnPropertyDescriptor(_target, key) {
      const found = Object.getOwnPropertyDescriptor(get(), key);
      return found && { ...found, configurable: true };
    },
    getPrototypeOf: () => Object.getPrototypeOf(get()),
    ownKeys: () => Reflect.ownKeys(get()),
  });
};

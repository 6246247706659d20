/** How large a value can be at most. */
export interface SizeBound {
  /** Characters and items, with all that is in them. */
  size: number;
  /** How many characters it has where it is a text. */
  text: number;
  /** How many items it has where it is a list or map. */
  count: number;
  /** One of its items; like the whole where nothing else is known. */
  item?: SizeBound;
}

/** How large a value of JSON can be. */
export interface JsonLimits {
  /** All characters of it. */
  size: number;
  /** The characters of one text. */
  text: number;
  /** The items of one list or object. */
  items: number;
}

/** A number, a boolean, an instant. */
export const SCALAR: SizeBound = { size: 1, text: 1, count: 0 };

/** A text of so many characters. */
export function textBound(length: number): SizeBound {
  return { size: length, text: length, count: 0 };
}

/** Whatever JSON can be within limits. */
export function jsonBound({ size, text, items }: JsonLimits): SizeBound {
  return { size, text, count: items };
}

/** So many items of a size. */
export function listBound(count: number, item: SizeBound): SizeBound {
  return { count, item, size: count * (item.size + 1), text: 0 };
}

/** One item of a value. */
export function itemOf(bound: SizeBound): SizeBound {
  return bound.item ?? bound;
}

/** Whichever of two is larger, in each regard. */
export function largerOf(one: SizeBound, other: SizeBound): SizeBound {
  return {
    size: Math.max(one.size, other.size),
    text: Math.max(one.text, other.text),
    count: Math.max(one.count, other.count),
    ...((one.item || other.item) && {
      item: largerOf(itemOf(one), itemOf(other)),
    }),
  };
}

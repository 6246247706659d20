import { SCALAR, type SizeBound, textBound } from './SizeBound';

/** What a call comes to, and what it takes beside its arguments. */
interface CallBound {
  bound: SizeBound;
  cost: number;
}

/** Beside the steps of the automaton, which are counted as they are taken. */
const MATCH_COST = 80;
/** Parts of a date are written and read as text. */
const TIME_ZONE_COST = 3000;

/**
 * What a function can come to.
 *
 * @param operands - of a method, the receiver first
 * @returns undefined where expressions may not call it
 */
export function callBound(
  name: string,
  operands: readonly SizeBound[],
): CallBound | undefined {
  const [one = SCALAR, other = SCALAR] = operands;
  switch (name) {
    case 'size':
      return { bound: SCALAR, cost: one.text / 4 + 60 };
    case 'int':
    case 'double':
    case 'bool':
    case 'timestamp':
      return { bound: SCALAR, cost: one.text / 8 + 100 };
    case 'duration':
      return { bound: SCALAR, cost: 10 };
    case 'string':
      return { bound: textBound(Math.max(one.text, 40)), cost: 20 };
    case 'startsWith':
    case 'endsWith':
      return { bound: SCALAR, cost: Math.min(one.text, other.text) / 4 };
    case 'contains':
    case 'indexOf':
    case 'lastIndexOf':
      return { bound: SCALAR, cost: (one.text * (other.text + 8)) / 8 };
    case 'matches':
      return { bound: SCALAR, cost: MATCH_COST };
    case 'lowerAscii':
    case 'upperAscii':
      // Some letters become two or three.
      return { bound: textBound(one.text * 3), cost: one.text / 4 + 10 };
    case 'trim':
    case 'substring':
      return { bound: textBound(one.text), cost: one.text / 4 + 60 };
    case 'split':
      return {
        bound: {
          size: one.text * 2,
          text: 0,
          count: one.text + 1,
          item: textBound(one.text),
        },
        cost: one.text * 2 + (one.text * other.text) / 8 + 10,
      };
    case 'join': {
      const size = one.size + one.count * other.text;
      return { bound: textBound(size), cost: size / 4 + one.count + 60 };
    }
    case 'getFullYear':
    case 'getMonth':
    case 'getDate':
    case 'getDayOfMonth':
    case 'getDayOfWeek':
    case 'getDayOfYear':
    case 'getHours':
    case 'getMinutes':
    case 'getSeconds':
      return {
        bound: SCALAR,
        cost: operands.length > 1 ? TIME_ZONE_COST : 20,
      };
    default:
      return undefined;
  }
}

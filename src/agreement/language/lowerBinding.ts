import type { Binding } from '../model/posting.js';
import type { Expression } from './expression.js';
import { type Path, show } from './finder.js';
import { lowerQuantity } from './lowerQuantity.js';
import type { Scope } from './scope.js';

/** Resolves a binding of a posting: a value of the event, of the account or of a record, or a literal. */
export function lowerBinding(scope: Scope, expression: Expression, path: Path): Binding | undefined {
  switch (expression.is) {
    case 'text':
    case 'day':
    case 'instant':
      return { literal: expression.text };
    case 'flag':
      return { literal: expression.flag };
    case 'quantity': {
      const lowered = lowerQuantity(scope, expression, path, undefined);
      return lowered && { literal: (lowered.source as { literal: unknown }).literal };
    }
    case 'item': {
      const key = lowerBinding(scope, expression.key, path);
      return key && { record: expression.record, key, field: expression.field };
    }
    case 'name':
      return boundName(scope, expression.path, path);
    case 'call': {
      const counter = counterOf(expression);
      return counter === undefined ? valueOfCall(scope, expression, path) : { counter, plus: 0 };
    }
    case '+': {
      const [left, right] = expression.of;
      const counter = counterOf(left);
      if (counter !== undefined && right.is === 'quantity' && /^\d+$/.test(right.number) && right.unit === '')
        return { counter, plus: Number(right.number) };
      break;
    }
    default:
  }
  return scope.finder.add(path, 'type', expression.is, `a value of an account: ${bindings}`);
}

const bindings =
  "event.field, state.value, record[key].field, records.name, own.field, debt.field, result.field, wallet.name, wallet.name.spent, paidFor(purchase), returnedOf(purchase), leftOf(purchase), payableLeftOf(purchase), isOpen(right), isOpen(right, about), count('name') + 1, asOf, or a literal";

const partsOfPurchase = {
  paidFor: 'paid',
  returnedOf: 'returned',
  leftOf: 'left',
  payableLeftOf: 'payableLeft',
} as const;

/** A value about a purchase or a right: `leftOf(event.purchase)`, `isOpen(objection, event.act)`. */
function valueOfCall(scope: Scope, { name, of }: Expression & { is: 'call' }, path: Path): Binding | undefined {
  const [first, second, ...more] = of;
  if (Object.hasOwn(partsOfPurchase, name) && first !== undefined && second === undefined) {
    const purchase = lowerBinding(scope, first, path);
    return purchase && { purchase, part: partsOfPurchase[name as keyof typeof partsOfPurchase] };
  }
  if (name === 'isOpen' && first?.is === 'name' && more.length === 0) {
    const about = second && lowerBinding(scope, second, path);
    return { right: first.path.join('.'), ...(about && { about }) };
  }
  return scope.finder.add(path, 'unknown', show(name), `a value of an account: ${bindings}`);
}

function counterOf(expression: Expression): string | undefined {
  if (expression.is !== 'call' || expression.name !== 'count' || expression.of.length !== 1) return undefined;
  const [name] = expression.of;
  if (name?.is === 'text') return name.text;
  return name?.is === 'name' ? name.path.join('.') : undefined;
}

function boundName(scope: Scope, names: readonly string[], path: Path): Binding | undefined {
  const [space, name, ...more] = names;
  if (space === 'asOf' && name === undefined) return { asOf: true };
  if (space === 'wallet' && name !== undefined && (more.length === 0 || (more.length === 1 && more[0] === 'spent')))
    return { wallet: name, part: more.length === 0 ? 'balance' : 'spent' };
  if (name !== undefined && more.length === 0)
    switch (space) {
      case 'event':
        return { event: name };
      case 'state':
        return { state: name };
      case 'records':
        return { records: name };
      case 'own':
        return { own: name };
      case 'debt':
        return { debt: name };
      case 'result':
        return { result: name };
      default:
    }
  return scope.finder.add(path, 'unknown', show(names.join('.')), `a value of an account: ${bindings}`);
}

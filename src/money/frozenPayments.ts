/**
 * Whether nothing of a list of payments can change, so that what it was read as can be kept for as long as the list lives. Callers keep copies:
 * V8 makes the arrays of a place in the source among the old objects once many of them have lived long, and lists that are not kept are read
 * at the same place.
 *
 * @internal
 */
export function areFrozen(payments: readonly object[]): boolean {
  return (
    Object.isFrozen(payments) && Object.keys(payments).every((at) => isHeld(payments, at)) && payments.every(isFrozen)
  );
}

/** Every field of a payment that is read. */
const fields = ['paidOn', 'dueOn', 'amount', 'for'] as const;

function isFrozen(payment: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(payment);
  return (
    Object.isFrozen(payment) &&
    // What is inherited is not frozen with the object.
    (prototype === Object.prototype || prototype === null) &&
    fields.every((field) => {
      if (!(field in payment)) return true;
      return isHeld(payment, field) && isImmutable((payment as { readonly [field: string]: unknown })[field]);
    })
  );
}

/** Whether a property is the holder's own, and stands there instead of being computed. */
function isHeld(holder: object, property: string): boolean {
  const descriptor = Object.getOwnPropertyDescriptor(holder, property);
  return descriptor !== undefined && 'value' in descriptor;
}

/** A text, a sum, or a day of Temporal; not the fields of a day, which may be anybody's object. */
function isImmutable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const tag: unknown = (value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  return (tag === 'Money' || tag === 'Temporal.PlainDate') && !Object.hasOwn(value, Symbol.toStringTag);
}

import type { Binding, StateChange } from '../model/posting.js';
import type { WrittenChanges } from './accountScope.js';
import { bindingOf } from './compileBinding.js';
import { parseExpression } from './expression.js';
import { type Path, show } from './finder.js';
import { isRecord } from './isRecord.js';
import { lowerBinding } from './lowerBinding.js';
import type { Scope } from './scope.js';

/** The record that a text such as `purchase[event.purchase]` names. */
export function recordOf(scope: Scope, written: string, path: Path): { record: string; key: Binding } | undefined {
  const target = targetOf(scope, `${written}.field`, path);
  return target && 'record' in target ? { record: target.record, key: target.key } : undefined;
}

type Target = { readonly value: string } | { readonly record: string; readonly key: Binding; readonly field: string };

/** The target of a change: a value of the account, or a field of a record. */
function targetOf(scope: Scope, written: string, path: Path): Target | undefined {
  const read = parseExpression(written);
  const expression = 'expression' in read ? read.expression : undefined;
  if (expression?.is === 'name' && expression.path.length === 1) return { value: written };
  if (expression?.is === 'item') {
    const key = lowerBinding(scope, expression.key, path);
    return key && { record: expression.record, key, field: expression.field };
  }
  return scope.finder.add(
    path,
    'syntax',
    show(written),
    'a value such as "registeredOn", or a field of a record such as "purchase[event.purchase].paid"',
  );
}

/** The changes in the order in which they are written. */
export function changesOf(scope: Scope, written: WrittenChanges, path: Path): StateChange[] {
  const changes: StateChange[] = [];
  for (const [name, part] of Object.entries(written)) {
    if (part === undefined) continue;
    const here = [...path, name];
    if (name === 'status') changes.push({ status: part as string });
    else if (name === 'count')
      for (const [counter, by] of Object.entries(part as Readonly<Record<string, unknown>>)) {
        if (!Number.isSafeInteger(by)) scope.finder.add([...here, counter], 'type', show(by), 'a whole number');
        changes.push({ count: counter, by: by as number });
      }
    else if (name === 'set' || name === 'enter' || name === 'setIfAbsent')
      for (const [target, value] of Object.entries(part as Readonly<Record<string, unknown>>))
        changes.push(...assigned(scope, target, value, [...here, target], entering[name]));
    else if (name === 'add' || name === 'take')
      for (const [target, value] of Object.entries(part as Readonly<Record<string, unknown>>)) {
        const place = targetOf(scope, target, [...here, target]);
        const binding = bindingOf(scope, value, [...here, target]);
        if (place === undefined || binding === undefined) continue;
        if ('value' in place)
          scope.finder.add(
            [...here, target],
            'type',
            show(target),
            'a field of a record such as "purchase[event.purchase].usedUnits"',
          );
        else {
          const by = { [place.field]: binding };
          const { record, key } = place;
          changes.push(name === 'add' ? { record, key, add: by } : { record, key, take: by });
        }
      }
    else if (name === 'put')
      for (const [target, { by, entry }] of Object.entries(part as NonNullable<WrittenChanges['put']>)) {
        const place = targetOf(scope, target, [...here, target]);
        if (place === undefined) continue;
        if ('value' in place) {
          scope.finder.add(
            [...here, target],
            'type',
            show(target),
            'a list of a record such as "order[event.order].payments"',
          );
          continue;
        }
        if (by !== undefined && !Object.hasOwn(entry, by))
          scope.finder.add(
            [...here, target, 'by'],
            'unknown',
            show(by),
            `a field of the entry: ${Object.keys(entry).join(', ')}`,
          );
        const put: Record<string, Binding> = {};
        for (const [field, value] of Object.entries(entry)) {
          const binding = bindingOf(scope, value, [...here, target, 'entry', field]);
          if (binding !== undefined) put[field] = binding;
        }
        changes.push({ record: place.record, key: place.key, list: place.field, put, ...(by !== undefined && { by }) });
      }
  }
  return changes;
}

const entering = { set: undefined, enter: 'once', setIfAbsent: 'ifAbsent' } as const;

/**
 * `"registeredOn": "=event.on"`, `"purchase[…].paid": …`, `"act[…].status": "open"`, or `"purchase[…]": { … }` for
 * several fields.
 */
function assigned(
  scope: Scope,
  target: string,
  value: unknown,
  path: Path,
  entered?: 'once' | 'ifAbsent',
): readonly StateChange[] {
  if (isRecord(value) && target.endsWith(']')) {
    const record = recordOf(scope, target, path);
    if (record === undefined) return [];
    const fields: Record<string, Binding> = {};
    for (const [field, part] of Object.entries(value)) {
      const binding = bindingOf(scope, part, [...path, field]);
      if (binding !== undefined) fields[field] = binding;
    }
    return [{ ...record, fields, ...(entered !== undefined && { entered }) }];
  }
  const place = targetOf(scope, target, path);
  const binding = bindingOf(scope, value, path);
  if (place === undefined || binding === undefined) return [];
  if ('value' in place) {
    if (entered === undefined) return [{ set: place.value, to: binding }];
    scope.finder.add(path, 'type', show(target), 'a record such as "act[event.act]", or a field of one');
    return [];
  }
  const { record, key, field } = place;
  if (field === 'status' && entered === undefined && typeof value === 'string' && !value.startsWith('='))
    return [{ record, key, status: value }];
  return [{ record, key, fields: { [field]: binding }, ...(entered !== undefined && { entered }) }];
}

import { epochDayOf } from '../../time/dayInput.js';
import type { OpenedRight } from './accountJson.js';

/**
 * A right that is open on a day, the first with its name or the one about `about`; undefined if there is none.
 * @internal
 */
export function findOpenRight(
  { rights }: { readonly rights: readonly OpenedRight[] },
  on: string,
  name: string,
  about: string | undefined,
): { readonly at: number; readonly right: OpenedRight } | undefined {
  const at = rights.findIndex(
    (right) => right.name === name && (about === undefined || right.about?.key === about) && isOpenOn(right, on),
  );
  return at < 0 ? undefined : { at, right: rights[at] as OpenedRight };
}

/**
 * Whether a right can be exercised on a day: neither exercised nor closed, and its last day has not passed. @internal
 */
export function isOpenOn({ exercisedOn, closedOn, lastDay }: OpenedRight, on: string): boolean {
  return (
    exercisedOn === undefined &&
    closedOn === undefined &&
    (lastDay === undefined || epochDayOf(lastDay, 'lastDay') >= epochDayOf(on, 'on'))
  );
}

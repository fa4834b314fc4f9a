import type { RightExercise } from '../model/posting.js';
import { boundText } from './bindings.js';
import type { EntryWriter } from './entryWriter.js';
import { refuseEvent } from './eventErrors.js';
import { findOpenRight } from './rights.js';
import type { RunningPosting } from './runningPosting.js';

/** Exercises a right; false if it is not open, so that the event has no effect. @internal */
export function exerciseRight(
  writer: EntryWriter,
  { posting, cause, where, agreement }: RunningPosting,
  { name, without, about: which }: RightExercise,
): boolean {
  const { state } = writer;
  const about = which === undefined ? undefined : boundText(which, where);
  const found = findOpenRight(state, cause.on, name, about);
  if (found === undefined) {
    if (without === 'finding')
      refuseEvent(cause, 'kind', 'no-right', about === undefined ? name : `${name} ${about}`, 'an open right');
    writer.remark(posting.id, cause, 'without-effect', agreement, {
      withoutEffect: { because: 'no-right', right: name },
    });
    return false;
  }
  state.rights[found.at] = { ...found.right, exercisedOn: cause.on, exercisedBy: cause.name };
  writer.remark(posting.id, cause, 'exercised', agreement, {
    right: { name, ...(found.right.about && { about: found.right.about.key }), became: 'exercised' },
  });
  return true;
}

import { refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { Agreement } from './definedAgreement.js';

/** An agreement, in force from its `effectiveOn`, or its editions in any order, each in force until the next one. */
export type AgreementEditions = Agreement | readonly Agreement[];

/** The editions of an agreement by day. @internal */
export class Timeline {
  /** Oldest first. */
  readonly editions: readonly Agreement[];
  readonly #starts: readonly number[];

  constructor(input: AgreementEditions) {
    const startOf = (edition: Agreement): number => epochDayOf(edition.data.effectiveOn, 'effectiveOn');
    if (input instanceof Agreement) {
      this.editions = [input];
      this.#starts = [startOf(input)];
      return;
    }
    if (!isList(input) || input.length === 0 || ![...input].every((edition) => edition instanceof Agreement))
      refuse(
        'argument-invalid',
        'agreement',
        input,
        'an agreement made by defineAgreement(), or a list of its editions',
      );
    const sorted = [...input].sort((a, b) => startOf(a) - startOf(b));
    for (const [at, { data }] of sorted.entries()) {
      const before = sorted[at - 1]?.data;
      if (before === undefined) continue;
      if (before.id !== data.id)
        refuse('argument-invalid', 'agreement', data.id, `editions of one agreement, ${before.id}`);
      if (before.effectiveOn === data.effectiveOn)
        refuse('argument-invalid', 'agreement', data.effectiveOn, 'editions that come into force on different days');
      if (sorted.slice(0, at).some((other) => other.data.edition === data.edition))
        refuse('argument-invalid', 'agreement', data.edition, 'editions of different names');
    }
    this.editions = sorted;
    this.#starts = sorted.map(startOf);
  }

  /** The edition in force on a day, given as a day number; undefined before the first one. */
  on(day: number): Agreement | undefined {
    let found: Agreement | undefined;
    for (let at = 0; at < this.editions.length && (this.#starts[at] as number) <= day; at += 1)
      found = this.editions[at];
    return found;
  }

  /** The first later day on which another edition takes effect; infinity if there is none. */
  changesAfter(day: number): number {
    return this.#starts.find((start) => start > day) ?? Number.POSITIVE_INFINITY;
  }

  /** The edition in force on a day; throws before the first one. */
  need(day: number): Agreement {
    return (
      this.on(day) ??
      refuse(
        'term-not-in-force',
        'day',
        isoOfEpochDay(day),
        `a day from ${this.editions[0]?.data.effectiveOn} on, when the first edition came into force`,
      )
    );
  }
}

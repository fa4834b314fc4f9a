/** Compares the results of a run with the goals. */
import { spread } from './measure.mjs';

/**
 * The goals with their measurements: `value` next to `bound`, and `missedBy`, the ratio by which the value is on the
 * wrong side of the bound (1 or less if the goal is met). Goals whose rows did not run are left out: there may be no C
 * compiler.
 */
export function judge(goals, outcomes) {
  return goals.flatMap((goal) => {
    const outcome = outcomes.find(({ id }) => id === goal.work);
    const row = outcome?.rows.find(({ name }) => name === goal.row);
    if (row === undefined) return [];
    // Only compare measurements of the same process.
    const rows = row.apart ? outcome.beside : outcome.rows;
    if (goal.ns !== undefined) return [judged(goal, row.ns, goal.ns, row.ns / goal.ns)];
    if (goal.perSecond !== undefined) {
      const perSecond = 1e9 / row.ns;
      return [judged(goal, perSecond, goal.perSecond, goal.perSecond / perSecond)];
    }
    if (goal.fastest !== undefined) {
      const fastest = fastestPeer(rows);
      if (fastest === undefined) return [];
      const { median } = spread(fastest.perRound, row.perRound);
      return [judged({ ...goal, to: fastest.name }, median, goal.fastest, goal.fastest / median)];
    }
    const to = rows.find(({ name }) => name === goal.to);
    if (to === undefined) return [];
    const { median } = spread(row.perRound, to.perRound);
    return [judged(goal, median, goal.most, median / goal.most)];
  });
}

const handmade = /^(BigInt|integers)/;

/** The fastest other stack whose answers are equal, not counting code written by hand for one purpose. */
export function fastestPeer(rows) {
  const [fastest] = rows
    .filter(({ name, group, wrong }) => group === 'peer' && wrong === 0 && !handmade.test(name))
    .sort((a, b) => a.ns - b.ns);
  return fastest;
}

/** A goal without a measurement is not met. */
function judged(goal, value, bound, missedBy) {
  return { ...goal, value, bound, missedBy: Number.isNaN(missedBy) ? Number.POSITIVE_INFINITY : missedBy };
}

/** Our contenders with wrong answers: they fail a run whatever its times. */
export function wrongAnswers(outcomes) {
  return outcomes.flatMap(({ title, rows }) =>
    rows
      .filter(({ group, wrong }) => group !== 'peer' && wrong > 0)
      .map(({ name, wrong, cases }) => `${title}: ${name} is wrong in ${wrong} of ${cases} cases`),
  );
}

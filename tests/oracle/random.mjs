// Seeded draws. The same seed gives the same cases on every machine.

/** A source of draws; Mulberry32. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (count) => next() % count;
  return {
    /** A whole number from zero, below `count`. */
    below,
    /** A whole number from `least` through `most`. */
    between: (least, most) => least + below(most - least + 1),
    /** One of a list. */
    oneOf: (list) => list[below(list.length)],
    /** True once in so many draws, on average. */
    onceIn: (times) => below(times) === 0,
    /** A list of up to `most` draws. */
    list: (most, draw) => Array.from({ length: below(most + 1) }, draw),
    /** 32 bits. */
    bits: next,
  };
}

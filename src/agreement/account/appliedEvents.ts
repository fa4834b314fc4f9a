/** An applied event; its digest is computed on demand. @internal */
export interface AppliedEvent {
  readonly id: string;
  readonly digest: string;
}

/** Events in the order in which they were applied, and their indices by id, filled in on lookup. */
interface Log {
  readonly events: AppliedEvent[];
  readonly places: Map<string, number>;
}

/** The maximum depth of logs before they are merged into one. */
const mostLogs = 8;

/**
 * The digests of the applied events, by id. Consecutive accounts share one log, and each knows the length of its own
 * part; if two accounts continue from the same one, the second starts a new log on top of it.
 *
 * @internal
 */
export class AppliedEvents {
  static readonly none: AppliedEvents = /* @__PURE__ */ new AppliedEvents(undefined, undefined, 0, 0);

  readonly #below: AppliedEvents | undefined;
  readonly #log: Log | undefined;
  /** The number of events of the log that belong to this account. */
  readonly #own: number;
  readonly #depth: number;

  private constructor(below: AppliedEvents | undefined, log: Log | undefined, own: number, depth: number) {
    this.#below = below;
    this.#log = log;
    this.#own = own;
    this.#depth = depth;
  }

  static from(digests: Readonly<Record<string, string>>): AppliedEvents {
    return AppliedEvents.none.with(Object.entries(digests).map(([id, digest]) => ({ id, digest })));
  }

  /** The digest of an applied event. */
  get(id: string): string | undefined {
    return this.#find(id)?.digest;
  }

  /** The same with further events, none of which is contained yet. */
  with(more: readonly AppliedEvent[]): AppliedEvents {
    if (more.length === 0) return this;
    const log = this.#log;
    if (log !== undefined && log.events.length === this.#own) {
      for (const event of more) log.events.push(event);
      return new AppliedEvents(this.#below, log, log.events.length, this.#depth);
    }
    if (this.#depth < mostLogs)
      return new AppliedEvents(
        log === undefined ? undefined : this,
        { events: more.slice(), places: new Map() },
        more.length,
        this.#depth + 1,
      );
    const events = [...this.#all(), ...more];
    return new AppliedEvents(undefined, { events, places: new Map() }, events.length, 1);
  }

  toJSON(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#all().map(({ id, digest }) => [id, digest]));
  }

  #find(id: string): AppliedEvent | undefined {
    const found = this.#below === undefined ? undefined : this.#below.#find(id);
    const log = this.#log;
    if (found !== undefined || log === undefined) return found;
    const { events, places } = log;
    // No event is applied twice, so each has one index.
    for (let at = places.size; at < events.length; at += 1) places.set((events[at] as AppliedEvent).id, at);
    const place = places.get(id);
    return place !== undefined && place < this.#own ? events[place] : undefined;
  }

  #all(): readonly AppliedEvent[] {
    const own = this.#log?.events.slice(0, this.#own) ?? [];
    return this.#below === undefined ? own : [...this.#below.#all(), ...own];
  }
}

/**
 * Digests of the events that were applied, by id. Accounts that follow one another share one map, each knows how much of it is its own; only
 * where two accounts go on from the same one the second copies it.
 *
 * @internal
 */
export class AppliedEvents {
  readonly #digests: Map<string, { readonly digest: string; readonly at: number }>;
  /** How many there are. */
  readonly size: number;

  private constructor(digests: Map<string, { readonly digest: string; readonly at: number }>, size: number) {
    this.#digests = digests;
    this.size = size;
  }

  static from(digests: Readonly<Record<string, string>>): AppliedEvents {
    const entries = Object.entries(digests);
    return new AppliedEvents(new Map(entries.map(([id, digest], at) => [id, { digest, at }])), entries.length);
  }

  /** The digest of an event that was applied. */
  get(id: string): string | undefined {
    const found = this.#digests.get(id);
    return found !== undefined && found.at < this.size ? found.digest : undefined;
  }

  /** The same and one more; of an id that is there already the digest stays. */
  with(events: Iterable<{ readonly id: string; readonly digest: string }>): AppliedEvents {
    // Another account went on from this one before: what it added is not ours.
    const digests =
      this.#digests.size === this.size
        ? this.#digests
        : new Map([...this.#digests].filter(([, { at }]) => at < this.size));
    for (const { id, digest } of events) if (!digests.has(id)) digests.set(id, { digest, at: digests.size });
    return digests.size === this.size ? this : new AppliedEvents(digests, digests.size);
  }

  toJSON(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#digests].flatMap(([id, { digest, at }]) => (at < this.size ? [[id, digest]] : [])),
    );
  }
}

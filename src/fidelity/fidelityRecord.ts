/** What is wrong between an agreement and its text. */
export type FidelityCode =
  | 'clause-not-found'
  | 'clause-unknown'
  | 'clause-unrecorded'
  | 'text-changed'
  | 'figure-changed'
  | 'figure-unused'
  | 'term-not-in-text'
  | 'words-differ'
  | 'acceptance-idle';

/** A difference that is known and meant. */
export interface AcceptedDifference {
  readonly clause: string;
  readonly code: FidelityCode;
  /** The figure it is about, as the finding names it. */
  readonly figure?: string;
  readonly because: string;
}

/** What is kept of the text of an agreement, beside it: no sentence, only a digest and the figures of each clause. */
export interface FidelityRecord {
  readonly format: 1;
  readonly agreement: string;
  readonly edition: string;
  /** The language that was read. */
  readonly language: 'en' | 'ru' | 'kk';
  readonly clauses: Readonly<
    Record<
      string,
      {
        /** SHA-256 of the normalised text, in hexadecimal digits. */ readonly sha256: string /** In the order of the text. */;
        readonly figures: readonly string[];
      }
    >
  >;
  readonly accepted: readonly AcceptedDifference[];
}

/** One difference between an agreement, what is recorded of its text, and a text. */
export interface FidelityFinding {
  readonly clause: string;
  readonly code: FidelityCode;
  /** The figure it is about: of the text, or of the agreement where the text has none. */
  readonly figure?: string;
  /** What was recorded; absent where nothing was. */
  readonly was?: string;
  /** What the text says now; absent where nothing does. */
  readonly is?: string;
}

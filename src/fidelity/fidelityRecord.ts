/** The kinds of differences between an agreement and its text. */
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

/** A known and intended difference. */
interface AcceptedDifference {
  readonly clause: string;
  readonly code: FidelityCode;
  /** The figure concerned, as named in the finding. */
  readonly figure?: string;
  readonly because: string;
}

/**
 * What is recorded about the text of an agreement, in a file next to it: no sentences, only a digest and the figures of
 * each clause.
 */
export interface FidelityRecord {
  readonly format: 1;
  readonly agreement: string;
  readonly edition: string;
  /** The language of the text that was read. */
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

/** A difference between an agreement, the record of its text, and a text. */
export interface FidelityFinding {
  readonly clause: string;
  readonly code: FidelityCode;
  /** The figure concerned: of the text, or of the agreement if the text has none. */
  readonly figure?: string;
  /** The recorded value; absent if there is none. */
  readonly was?: string;
  /** The value in the text; absent if there is none. */
  readonly is?: string;
}

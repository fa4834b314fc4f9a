import type { ExplainLanguage } from '../agreement/explain/explain.js';

/** A command, or what is wrong with the arguments. */
export type Command =
  | {
      readonly is: 'check';
      readonly agreement: string;
      readonly format: 'text' | 'json';
      readonly language: ExplainLanguage;
    }
  | {
      readonly is: 'statement';
      readonly agreement: string;
      /** Files of other editions of the agreement, in any order. */
      readonly editions: readonly string[];
      readonly events: string;
      readonly asOf: string;
      /** The id of the account, for tables and calendars with several accounts. */
      readonly account?: string;
      readonly detail: 'brief' | 'why' | 'full';
      /** Readings chosen, as `CLAUSE=READING`. */
      readonly readings: readonly string[];
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json' | 'csv' | 'ics';
    }
  | {
      readonly is: 'explain';
      readonly agreement: string;
      readonly ref: string;
      readonly facts: string;
      /** Whether to answer under every reading that affects the answer, not only those in force. */
      readonly readings: boolean;
      readonly chosen: readonly string[];
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | {
      readonly is: 'ask';
      readonly agreement: string;
      readonly question: string;
      /** Facts, as `NAME=VALUE`. */
      readonly facts: readonly string[];
      readonly readings: readonly string[];
      readonly language: ExplainLanguage;
    }
  | {
      readonly is: 'readback';
      readonly agreement: string;
      /** A clause, or the question of a table; if absent, all of them. */
      readonly clause?: string;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | {
      readonly is: 'format';
      readonly files: readonly string[];
      readonly check: boolean;
      readonly language: ExplainLanguage;
    }
  | {
      readonly is: 'diff';
      readonly before: string;
      readonly after: string;
      /** Files of events, each replayed under both editions. */
      readonly scenarios: readonly string[];
      readonly asOf?: string;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | {
      readonly is: 'fidelity';
      readonly agreement: string;
      readonly text: string;
      readonly writes: boolean;
      readonly digests: boolean;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | {
      readonly is: 'verify';
      readonly agreement: string;
      readonly result: string;
      readonly facts?: string;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | { readonly is: 'new'; readonly folder: string; readonly language: ExplainLanguage }
  | { readonly is: 'version' }
  | { readonly is: 'help'; readonly of?: CommandName }
  | {
      readonly is: 'wrong';
      readonly errors: readonly string[];
      readonly of?: CommandName;
      readonly language: ExplainLanguage;
    };

/** The commands. */
export type CommandName =
  | 'check'
  | 'statement'
  | 'explain'
  | 'ask'
  | 'readback'
  | 'diff'
  | 'fidelity'
  | 'verify'
  | 'format'
  | 'new';

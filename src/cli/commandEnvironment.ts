import type { FileAccess } from './inputFiles.js';

/** The environment of the command line; nothing here accesses files or streams directly. */
export interface CommandEnvironment extends FileAccess {
  /** Replaces the text of a file; throws if it cannot be written. */
  readonly writeFile: (path: string, text: string) => void;
  /** Creates a folder with new files; throws without changing anything if one of them exists. */
  readonly createFiles: (folder: string, files: Readonly<Record<string, string>>) => void;
  /**
   * The width of the terminal and whether it supports colour; absent if the output goes to a file or another program.
   */
  readonly terminal?: { readonly columns: number; readonly hasColour: boolean };
  /**
   * Prompts the user on the terminal and returns the answer, or undefined at the end of the input. Absent if there is
   * no terminal.
   */
  readonly ask?: (question: string) => string | undefined;
  /** The version of the package. */
  readonly version?: string;
  /** Writes to standard output: only the answer. */
  readonly write: (text: string) => void;
  /** Writes to standard error: only problems. */
  readonly complain: (text: string) => void;
}

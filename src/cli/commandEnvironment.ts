import type { FileAccess } from './inputFiles.js';

/** What the command line is given by whatever runs it; nothing here reaches a file or a stream by itself. */
export interface CommandEnvironment extends FileAccess {
  /** Replaces the text of a file; throws if it cannot be written. */
  readonly writeFile: (path: string, text: string) => void;
  /** Makes a folder with new files; throws, and leaves everything as it was, if one of them is there already. */
  readonly createFiles: (folder: string, files: Readonly<Record<string, string>>) => void;
  /** How wide the terminal is and whether it shows colour; absent where the answer goes to a file or another program. */
  readonly terminal?: { readonly columns: number; readonly hasColour: boolean };
  /** Asks whoever sits at the terminal, and gives the answer; undefined where the answer ends. Absent where nobody does. */
  readonly ask?: (question: string) => string | undefined;
  /** The version of the package. */
  readonly version?: string;
  /** Standard output: the answer and nothing else. */
  readonly write: (text: string) => void;
  /** Standard error: what is wrong. */
  readonly complain: (text: string) => void;
}

import type { MessageId } from './messages.js';
import { message } from './messages.js';

/** A file that this program refuses to read or to write; what it says is a message with its words. */
export class FileFault extends Error {
  readonly id: MessageId;
  readonly words: Readonly<Record<string, string | number>>;

  constructor(id: MessageId, words: Readonly<Record<string, string | number>>) {
    super(message('en', id, words));
    this.id = id;
    this.words = words;
  }
}

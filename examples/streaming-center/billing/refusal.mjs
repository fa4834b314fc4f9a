/** What stops a command with exit code 2: wrong input, or a state that does not allow it. Nothing was changed. */
export class Refusal extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** What the second implementation throws where the package must throw an AgreementError. `*` is any code. */
export class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** Ends the calculation of a case that has no answer. */
export function refuse(code = '*') {
  throw new Refusal(code);
}

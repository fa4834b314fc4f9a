/**
 * Expressions: the text after `=` in an agreement. This module only implements the grammar; names and types are
 * resolved when expressions are compiled.
 *
 * ```text
 * condition   either ( "or" either )*            either     part ( "and" part )*        part  "not" part | comparison
 * comparison  sum [ ( = | != | < | <= | > | >= ) sum | [not] in ( value, … ) | is [not] given ]
 * sum         product ( ( + | - ) product )*     product    value ( ( * | / ) value )*
 * value       5 | 5 % | 100.00 KZT | 5 banking days | 2026-03-31 | 'text' | true | name.field | [6.10/penalty].accrued
 *             | record[key].field | function(value, …) | if condition then sum else sum | ( condition ) | - value
 * ```
 */

/** The start of a part of an expression, counted from 0 after the `=`. */
interface Placed {
  readonly at: number;
}

/** The relations of comparisons. */
export type Relation = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A parsed expression. */
export type Expression =
  /** A number as written, with its unit: `5`, `0.1 %`, `100.00 KZT`, `5 banking days`. */
  | (Placed & { readonly is: 'quantity'; readonly number: string; readonly unit: string })
  | (Placed & { readonly is: 'text'; readonly text: string })
  | (Placed & { readonly is: 'day' | 'instant'; readonly text: string })
  | (Placed & { readonly is: 'flag'; readonly flag: boolean })
  /** A fact, or a value of an account: `event.amount`. */
  | (Placed & { readonly is: 'name'; readonly path: readonly string[] })
  /** A computation of a clause and a field of its answer: `[6.10/penalty].accrued`. */
  | (Placed & { readonly is: 'clause'; readonly address: string; readonly field?: string })
  /** A field of a record of the account: `purchase[event.purchase].paid`. */
  | (Placed & { readonly is: 'item'; readonly record: string; readonly key: Expression; readonly field: string })
  | (Placed & { readonly is: 'call'; readonly name: string; readonly of: readonly Expression[] })
  | (Placed & { readonly is: 'negative' | 'not'; readonly of: Expression })
  | (Placed & {
      readonly is: '+' | '-' | '*' | '/' | 'and' | 'or' | Relation;
      readonly of: readonly [Expression, Expression];
    })
  | (Placed & { readonly is: 'in'; readonly of: Expression; readonly list: readonly Expression[] })
  | (Placed & { readonly is: 'given'; readonly of: Expression })
  | (Placed & {
      readonly is: 'if';
      readonly when: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    });

/** A syntax error: where, what was found, and what was expected. */
export interface ExpressionError {
  readonly at: number;
  readonly found: string;
  readonly expected: string;
}

/** The maximum length in characters, and the maximum nesting: far beyond anything readable. */
const longestExpression = 10_000;
const deepestNesting = 64;

/** The units of a number other than `%` and a currency, longest first. */
const unitWords =
  /(?:calendar|working|banking|half|clear)\s+(?:days?|months?|years?)|(?:hours?|days?|weeks?|months?|quarters?|years?)(?![\p{L}\d_])/uy;

/** Parses the text after the `=`. */
export function parseExpression(
  text: string,
): { readonly expression: Expression } | { readonly error: ExpressionError } {
  if (text.length > longestExpression) {
    const expected = `an expression of at most ${longestExpression} characters`;
    return { error: { at: 0, found: `${text.length} characters`, expected } };
  }
  try {
    return { expression: new Parser(text).parse() };
  } catch (error) {
    if (error instanceof Unparsed) return { error: error.error };
    throw error;
  }
}

class Unparsed extends Error {
  readonly error: ExpressionError;

  constructor(error: ExpressionError) {
    super(error.expected);
    this.error = error;
  }
}

const word = /[\p{L}_][\p{L}\d_]*(?:-[\p{L}\d]+)*/uy;
const number = /\d+(?:\.\d+)?/y;
const instant = /\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/y;
const day = /\d{4}-\d{2}-\d{2}/y;
const symbols = '=<>+*/(),.-';
const currency = /[A-Z]{3}(?![\p{L}\d_])/uy;
const relations: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];
const reserved: readonly string[] = ['and', 'or', 'not', 'in', 'is', 'given', 'if', 'then', 'else', 'true', 'false'];

class Parser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Expression {
    const expression = this.#either();
    this.#skip();
    if (this.#at < this.#text.length) this.#fail('an operator, or the end of the expression');
    return expression;
  }

  #either(): Expression {
    let left = this.#both();
    while (this.#takeWord('or')) left = { is: 'or', at: left.at, of: [left, this.#both()] };
    return left;
  }

  #both(): Expression {
    let left = this.#part();
    while (this.#takeWord('and')) left = { is: 'and', at: left.at, of: [left, this.#part()] };
    return left;
  }

  #part(): Expression {
    this.#skip();
    const at = this.#at;
    if (!this.#takeWord('not')) return this.#comparison();
    return this.#nested(() => ({ is: 'not', at, of: this.#part() }));
  }

  #comparison(): Expression {
    const left = this.#sum();
    const relation = this.#takeSymbol(relations);
    if (relation !== undefined) return { is: relation as Relation, at: left.at, of: [left, this.#sum()] };
    if (this.#takeWord('is')) {
      const negated = this.#takeWord('not');
      if (!this.#takeWord('given')) this.#fail('"given" or "not given"');
      const given: Expression = { is: 'given', at: left.at, of: left };
      return negated ? { is: 'not', at: left.at, of: given } : given;
    }
    const negated = this.#peekWord('not') && this.#takeWord('not');
    if (negated && !this.#peekWord('in')) this.#fail('"in"');
    if (!this.#takeWord('in')) return left;
    const list: Expression = { is: 'in', at: left.at, of: left, list: this.#list() };
    return negated ? { is: 'not', at: left.at, of: list } : list;
  }

  #sum(): Expression {
    let left = this.#product();
    for (;;) {
      const operator = this.#takeSymbol(['+', '-']);
      if (operator === undefined) return left;
      left = { is: operator as '+' | '-', at: left.at, of: [left, this.#product()] };
    }
  }

  #product(): Expression {
    let left = this.#value();
    for (;;) {
      const operator = this.#takeSymbol(['*', '/']);
      if (operator === undefined) return left;
      left = { is: operator as '*' | '/', at: left.at, of: [left, this.#value()] };
    }
  }

  #value(): Expression {
    this.#skip();
    const at = this.#at;
    const character = this.#text[at];
    if (character === '(') {
      this.#at += 1;
      return this.#nested(() => {
        const inner = this.#either();
        this.#need(')');
        return inner;
      });
    }
    if (character === '-') {
      this.#at += 1;
      return this.#nested(() => ({ is: 'negative', at, of: this.#value() }));
    }
    if (character === "'") return { is: 'text', at, text: this.#quoted() };
    if (character === '[') return this.#clause();
    const literal = isDigit(character) ? (this.#dated() ?? this.#quantity()) : undefined;
    if (literal !== undefined) return literal;
    if (this.#takeWord('if')) return this.#nested(() => this.#choice(at));
    for (const flag of ['true', 'false'] as const)
      if (this.#takeWord(flag)) return { is: 'flag', at, flag: flag === 'true' };
    return this.#named();
  }

  #choice(at: number): Expression {
    const when = this.#either();
    if (!this.#takeWord('then')) this.#fail('"then"');
    const then = this.#sum();
    if (!this.#takeWord('else')) this.#fail('"else"');
    return { is: 'if', at, when, then, otherwise: this.#sum() };
  }

  #dated(): Expression | undefined {
    const at = this.#at;
    const moment = this.#match(instant);
    if (moment !== undefined) return { is: 'instant', at, text: moment };
    const written = this.#match(day);
    return written === undefined ? undefined : { is: 'day', at, text: written };
  }

  #quantity(): Expression | undefined {
    const at = this.#at;
    const written = this.#match(number);
    if (written === undefined) return undefined;
    this.#skip();
    if (this.#text[this.#at] === '%') {
      this.#at += 1;
      return { is: 'quantity', at, number: written, unit: '%' };
    }
    const unit = this.#match(currency) ?? this.#match(unitWords) ?? '';
    return { is: 'quantity', at, number: written, unit: unit.replace(/\s+/g, ' ') };
  }

  #named(): Expression {
    const at = this.#at;
    const first = this.#match(word);
    if (first === undefined || reserved.includes(first)) {
      this.#at = at;
      return this.#fail("a value: a number, a name, [a clause], 'a text' or a bracket");
    }
    const next = this.#text[this.#at];
    if (next === '(') return { is: 'call', at, name: first, of: this.#nested(() => this.#list()) };
    if (next === '[') {
      this.#at += 1;
      const key = this.#nested(() => this.#sum());
      this.#need(']');
      if (this.#text[this.#at] !== '.') this.#fail('"." and a field of the record');
      this.#at += 1;
      return { is: 'item', at, record: first, key, field: this.#match(word) ?? this.#fail('a field of the record') };
    }
    const path = [first];
    while (this.#text[this.#at] === '.') {
      this.#at += 1;
      path.push(this.#match(word) ?? this.#fail('a name after the dot'));
    }
    return { is: 'name', at, path };
  }

  #clause(): Expression {
    const at = this.#at;
    const end = this.#text.indexOf(']', at);
    const address = end < 0 ? '' : this.#text.slice(at + 1, end).trim();
    if (address === '') this.#fail('a clause in square brackets, such as [6.10/penalty]');
    this.#at = end + 1;
    if (this.#text[this.#at] !== '.') return { is: 'clause', at, address };
    this.#at += 1;
    return { is: 'clause', at, address, field: this.#match(word) ?? this.#fail('a field of the answer') };
  }

  /** `'it''s'`: an apostrophe inside is doubled. */
  #quoted(): string {
    let text = '';
    for (let at = this.#at + 1; ; at += 1) {
      const end = this.#text.indexOf("'", at);
      if (end < 0) return this.#fail('a closing apostrophe');
      text += this.#text.slice(at, end);
      if (this.#text[end + 1] !== "'") {
        this.#at = end + 1;
        return text;
      }
      text += "'";
      at = end + 1;
    }
  }

  #list(): readonly Expression[] {
    this.#need('(');
    const list: Expression[] = [];
    if (this.#takeSymbol([')']) !== undefined) return list;
    for (;;) {
      list.push(this.#nested(() => this.#either()));
      if (this.#takeSymbol([')']) !== undefined) return list;
      if (this.#takeSymbol([',']) === undefined) this.#fail('"," or ")"');
    }
  }

  #nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > deepestNesting) this.#fail(`at most ${deepestNesting} levels of brackets`);
    const inner = read();
    this.#depth -= 1;
    return inner;
  }

  #skip(): void {
    while (this.#text[this.#at] === ' ') this.#at += 1;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #peekWord(wanted: string): boolean {
    this.#skip();
    // Most words do not match; only a match must be read to its end.
    if (!this.#text.startsWith(wanted, this.#at)) return false;
    word.lastIndex = this.#at;
    return word.exec(this.#text)?.[0] === wanted;
  }

  #takeWord(wanted: string): boolean {
    if (!this.#peekWord(wanted)) return false;
    this.#at += wanted.length;
    return true;
  }

  #takeSymbol(wanted: readonly string[]): string | undefined {
    this.#skip();
    const first = this.#text.charAt(this.#at);
    const isPair = (first === '<' || first === '>' || first === '!') && this.#text[this.#at + 1] === '=';
    if (!isPair && !symbols.includes(first)) return undefined;
    const found = isPair ? `${first}=` : first;
    if (!wanted.includes(found)) return undefined;
    this.#at += found.length;
    return found;
  }

  #need(wanted: string): void {
    this.#skip();
    if (this.#text[this.#at] !== wanted) this.#fail(`"${wanted}"`);
    this.#at += 1;
  }

  #fail(expected: string): never {
    this.#skip();
    const found = this.#text.slice(this.#at, this.#at + 20);
    throw new Unparsed({ at: this.#at, found: found === '' ? 'the end of the expression' : found, expected });
  }
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

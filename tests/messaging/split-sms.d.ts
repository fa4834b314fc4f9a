/** What the tests use of a package that ships no types. */
declare module 'split-sms' {
  export function split(text: string): {
    readonly characterSet: 'GSM' | 'Unicode';
    /** Octets, where a part in the 7-bit alphabet counts one for each septet. */
    readonly parts: readonly { readonly bytes: number }[];
    readonly bytes: number;
  };
}
